/** Contacts that only the supervision body can open: loaded when a reader wants to leave one. */
export { readRecipient, sealContact } from '@chidu/sdk/api/contact';
