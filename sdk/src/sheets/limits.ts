/**
 * What a file from outside may cost. A benchmark workbook is some hundred kilobytes; a hostile archive unpacks a few of
 * them to gigabytes. Bytes are counted as they come out, whatever the archive claims.
 */
export const LIMITS = {
  packed: 32 * 1024 * 1024,
  unpacked: 128 * 1024 * 1024,
  entries: 2_000,
  cells: 2_000_000,
} as const;
