export { publicKeySm2, signSm2, verifySm2 } from './sm2.ts';
export { sm3 } from './sm3.ts';
