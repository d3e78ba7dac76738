/** What stands in plain letters beside a code, so that it can be looked up without scanning. */
export interface Caption {
  /** `dddd-dddd-dddd`. */
  readonly checkCode: string;
  /** Host of the portal, as the party will see it in the address bar. */
  readonly host: string;
  /** 文号. */
  readonly document: string;
  /** Telephone where the authority has arranged for codes to be looked up, such as 12345. */
  readonly phone?: string;
}

export interface CaptionLine {
  readonly text: string;
  readonly bold: boolean;
}

/** The sentence that every printed code carries: a notice that asks for money by QR code is the common forgery. */
export const noPaymentSentence = ({ host, phone }: Pick<Caption, 'host' | 'phone'>): string =>
  `本码只供核验和监督，不收款。也可在 ${host} ${phone === undefined ? '' : `或拨打 ${phone} `}凭文号与核验码查询。`;

/** The caption in lines of at most `width` full-width characters. A document number that is short enough is not broken. */
export function captionLines(caption: Caption, width: number): CaptionLine[] {
  const { checkCode, document } = caption;
  const number = `文号 ${document}`;
  const numbered = widthOf(number) <= width ? [number] : ['文号', ...wrap(document, width)];
  return [
    { text: `核验码 ${checkCode}`, bold: true },
    ...[...numbered, ...wrap(noPaymentSentence(caption), width)].map((text) => ({ text, bold: false })),
  ];
}

/**
 * Break into lines of about one length, so that no single character is left for the last. A Chinese character counts 1,
 * a Latin one about half; hosts and numbers are kept whole while they fit, and no line begins with a closing mark.
 */
function wrap(text: string, width: number): string[] {
  const pieces = (text.match(/[\w.:/-]+|\s|[^\w\s][，。、：）〕」]*/gu) ?? []).flatMap((piece) =>
    widthOf(piece) > width ? [...piece] : [piece],
  );
  const even = (limit: number): string[] => {
    const lines = [''];
    for (const piece of pieces) {
      const line = lines.at(-1) ?? '';
      if (widthOf(line + piece) > limit && line !== '') lines.push(piece.trimStart());
      else lines[lines.length - 1] = line === '' ? piece.trimStart() : line + piece;
    }
    return lines;
  };
  const fewest = even(width).length;
  for (let limit = widthOf(text) / fewest; limit < width; limit += 0.5) {
    const lines = even(limit);
    if (lines.length === fewest) return lines;
  }
  return even(width);
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character <= '\u00ff' ? 0.55 : 1), 0);
