const BEIJING = 8 * 3_600_000;

/** The year in Beijing (UTC+8 without summer time) at an instant in milliseconds since 1970. */
export const yearOf = (time: number): number => new Date(time + BEIJING).getUTCFullYear();
