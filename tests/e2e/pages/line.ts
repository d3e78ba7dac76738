/** One line of a case as a legacy system shows it: the label as printed, the value as printed, the control's name and id. */
export interface Line {
  /** Ours for it; null for a line that no field of ours asks for. */
  readonly field: string | null;
  readonly label: string;
  readonly value: string;
  /** What it means: fen for amounts, `YYYY-MM-DD` for days. */
  readonly meant: string | number | null;
  readonly name: string;
  readonly id: string;
}

/** What a system serves under one path, and in which encoding. */
export interface Served {
  readonly html: string;
  readonly gbk?: boolean;
}

/** A legacy case system of our own: everything on it is invented. */
export interface Kind {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Milliseconds after which the last script of the page has run; absent where nothing comes later. */
  readonly later?: number;
  /** The files of the system; '' is the one to open. */
  readonly draw: (lines: readonly Line[], mark: Mark) => Readonly<Record<string, Served>>;
}

/** What a release changes beside the lines themselves. */
export interface Mark {
  /** In front of the names of frames. */
  readonly frame: string;
  /** Label and value columns exchanged, where the layout has columns that can be. */
  readonly swap: boolean;
}

export const line = (
  field: string | null,
  label: string,
  value: string,
  name: string,
  meant: string | number | null = value,
): Line => ({
  field,
  label,
  value,
  meant: field === null ? null : meant,
  name,
  id: `${name}_0042`,
});

/** Lines beside the case's own: values of the same kinds under other labels. */
export const DECOYS: readonly Line[] = [
  line(null, '举报人姓名', '甄举报', 'jbrxm'),
  line(null, '办结期限', '2026-12-31', 'bjqx'),
  line(null, '罚没款合计', '99,999.00', 'fmkhj'),
  line(null, '联系电话', '0570-0000000', 'lxdh'),
  line(null, '受理日期', '2026-01-01', 'slrq'),
  line(null, '抽样基数货款', '123.45', 'cyjs'),
];

export const pairsOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.flatMap((one, index) =>
    index % 2 === 0 ? [[one, ...list.slice(index + 1, index + 2)]] : [],
  );

export const html = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
