/** What stands in plain letters beside a code, so that it can be looked up without scanning. */
export interface Caption {
  /** `dddd-dddd-dddd`. */
  readonly checkCode: string;
  /** Host of the portal, as the party will see it in the address bar. */
  readonly host: string;
  /** 文号. */
  readonly document: string;
}

export interface CaptionLine {
  readonly text: string;
  readonly bold: boolean;
}

/** The sentence that every printed code carries: a notice that asks for money by QR code is the common forgery. */
export const noPaymentSentence = (host: string): string =>
  `本码只供核验和监督，不收款。也可在 ${host} 或拨打 12345，凭文号与核验码查询。`;

/** The caption in lines of at most `width` full-width characters. */
export function captionLines(caption: Caption, width: number): CaptionLine[] {
  const { checkCode, host, document } = caption;
  return [
    { text: `核验码 ${checkCode}`, bold: true },
    ...wrap(`文号 ${document}`, width).map((text) => ({ text, bold: false })),
    ...wrap(noPaymentSentence(host), width).map((text) => ({ text, bold: false })),
  ];
}

/** Break by width: a Chinese character takes 1, a Latin one half; a host or number is not broken while it fits. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  let used = 0;
  for (const word of text.match(/[\w.:/-]+|\s|[^\w\s]/gu) ?? []) {
    for (const piece of widthOf(word) > width ? word : [word]) {
      const clings = /^[，。、：）〕」]$/u.test(piece);
      if (used + widthOf(piece) > width && !clings) {
        lines.push('');
        used = 0;
      }
      if (used === 0 && /^\s$/.test(piece)) continue;
      lines[lines.length - 1] += piece;
      used += widthOf(piece);
    }
  }
  return lines;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character <= '\u00ff' ? 0.55 : 1), 0);
