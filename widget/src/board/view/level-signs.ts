/** 高 ▲, 中 ◆, 低 ●: paths in a box of 16 by 16. */
export const LEVEL_SIGNS = {
  high: 'M8 2 15 14H1Z',
  medium: 'M8 1 15 8 8 15 1 8Z',
  low: 'M8 3a5 5 0 1 0 .1 0Z',
} as const;
