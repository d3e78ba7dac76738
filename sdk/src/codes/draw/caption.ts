/** What stands in plain letters beside a code, so that it can be looked up without scanning. */
export interface Caption {
  /** `dddd-dddd-dddd`. */
  readonly checkCode: string;
  /** Host of the portal, as the party will see it in the address bar. */
  readonly host: string;
  /** 文号. */
  readonly document: string;
  /** Only where the portal finds codes by document number and check code: nothing is printed that is not so. */
  readonly lookup?: boolean;
  /** Telephone where the authority has arranged for codes to be looked up, such as 12345. */
  readonly phone?: string;
}

type Channels = Pick<Caption, 'host' | 'lookup' | 'phone'>;

export interface CaptionLine {
  readonly text: string;
  readonly bold: boolean;
}

/** The sentence that every printed code carries: a notice that asks for money by QR code is the common forgery. */
export const noPaymentSentence = (channels: Channels): string => sentencePhrases(channels).join('');

/** The caption in lines of at most `width` full-width characters, broken between phrases and never inside a number. */
export function captionLines(caption: Caption, width: number): CaptionLine[] {
  const number = ['文号 ', ...caption.document.split(/(?=〔)/)];
  return [
    { text: `核验码 ${caption.checkCode}`, bold: true },
    ...[...wrap(number, width), ...wrap(sentencePhrases(caption), width)].map((text) => ({
      text,
      bold: false,
    })),
  ];
}

function sentencePhrases({ host, lookup = false, phone }: Channels): string[] {
  const byNumber = '凭文号与核验码查询。';
  const call = phone === undefined ? [] : [`拨打 ${phone} `];
  const site = ['也可在 ', `${host} `];
  return [
    '本码只供核验和监督，',
    '不收款。',
    ...(lookup
      ? [...site, ...call.map((each) => `或${each}`), byNumber]
      : [...site, '上传照片核验。', ...call.flatMap((each) => [each, byNumber])]),
  ];
}

/** Phrases on as few lines as hold them; a phrase wider than a line is broken by characters. */
function wrap(phrases: readonly string[], width: number): string[] {
  const lines = [''];
  for (const phrase of phrases.flatMap((each) => (widthOf(each) > width ? [...each] : [each]))) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(line + phrase) > width) lines.push(phrase);
    else lines[lines.length - 1] = line + phrase;
  }
  return lines.map((line) => line.trimEnd());
}

/** In full-width characters; a Latin one takes about half, and a closing space nothing. */
const widthOf = (text: string): number =>
  [...text.trimEnd()].reduce((sum, character) => sum + (character <= '\u00ff' ? 0.55 : 1), 0);
