/** A day `YYYY-MM-DD` as people write it. */
export const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/**
 * A moment as people write it, by the clock of this machine. Written here and not by `Intl`, whose data for a language
 * take a slow phone longer to find than the signature takes to check.
 */
export const time = (at: Date) => {
  const [hour, minute] = [at.getHours(), at.getMinutes()].map((n) => String(n).padStart(2, '0'));
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${hour}:${minute}`;
};
