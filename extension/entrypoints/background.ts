import { defineBackground } from 'wxt/utils/define-background';
import { startDesk } from '../background/start-desk.ts';

export default defineBackground(startDesk);
