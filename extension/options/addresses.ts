/** `https://fxjd.example.gov.cn`: scheme, host and perhaps a port, and nothing behind them. */
export const isOrigin = (text: string): boolean => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text);

/** A whole address of the web, without a user's name in it. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s@]+$/.test(text) && URL.canParse(text);
