const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day `YYYY-MM-DD` as people write it. */
export const day = (text: string) => written.format(new Date(`${text}T00:00:00Z`));
