/** A day `YYYY-MM-DD` as people write it. */
export const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
