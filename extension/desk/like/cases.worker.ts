import { exposeLibrary } from '@chidu/sdk/cases/worker';

exposeLibrary();
