import QRCode from 'qrcode';
import { ChiduError } from '../../errors.ts';
import { type AddressForm, codeUrl } from '../text.ts';

/** A code as a QR symbol: what every drawing of it starts from. */
export interface CodeSymbol {
  /** What a phone reads from it. */
  readonly url: string;
  /** QR version, 1 to 18. */
  readonly version: number;
  /** Modules along one side, without the quiet zone. */
  readonly modules: number;
  /** Above version 15: still printed, but a county's old phone may need a second try. */
  readonly large: boolean;
  /** Is the module at column x and row y dark? */
  readonly dark: (x: number, y: number) => boolean;
}

/** 5 dots at 300 dpi, 10 at 600: 0.4233 mm. A phone at 20 cm then sees at least 3 pixels a module. */
export const MODULE_MM = 127 / 300;
/** Light modules around the symbol (ISO/IEC 18004 §6.3.8). */
export const QUIET_ZONE = 4;

const LARGE_VERSION = 15;
const MAX_VERSION = 18;

/**
 * Lay out a signed code as a QR symbol: the address in byte mode, the digits in numeric mode, error correction M.
 * @param portal origin in lower case: see `codeUrl`
 * @param text `1<digits>`
 * @throws {ChiduError} `code-too-large` above version 18, with `version` in `fields`.
 */
export function codeSymbol(
  portal: string,
  text: string,
  form: AddressForm = 'fragment',
): CodeSymbol {
  const url = codeUrl(portal, text, form);
  const prefix = new TextEncoder().encode(url.slice(0, url.length - text.length));
  const { version, modules } = QRCode.create(
    [
      { data: prefix, mode: 'byte' },
      { data: text, mode: 'numeric' },
    ],
    { errorCorrectionLevel: 'M' },
  );
  if (version > MAX_VERSION) {
    throw new ChiduError(
      'code-too-large',
      `the code needs QR version ${version}, above ${MAX_VERSION}`,
      {
        fields: { version, max: MAX_VERSION },
      },
    );
  }
  return {
    url,
    version,
    modules: modules.size,
    large: version > LARGE_VERSION,
    dark: (x, y) => modules.get(y, x) !== 0,
  };
}

/** Side of the symbol with its quiet zone, in millimetres. */
export const symbolSize = (symbol: CodeSymbol): number =>
  (symbol.modules + 2 * QUIET_ZONE) * MODULE_MM;
