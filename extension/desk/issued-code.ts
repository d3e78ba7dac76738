import { codeUrl } from '@chidu/sdk/codes';
import { codeSymbol, svgCode, symbolSize } from '@chidu/sdk/codes/draw';
import type { IssuedCode } from '../platform/database.ts';

/** What this machine keeps of a code: drawn once, so that every copy of it is the same. */
export function issuedCode(
  {
    id,
    checkCode,
    text,
  }: { readonly id: string; readonly checkCode: string; readonly text: string },
  about: {
    readonly portal: string;
    readonly caseNumber: string;
    readonly document: string;
    readonly issuedAt: string;
    readonly fine: number | null;
    readonly departure: string | null;
    readonly suggested: number | null;
  },
): IssuedCode {
  const { portal, caseNumber, document, issuedAt, fine, departure, suggested } = about;
  const symbol = codeSymbol(portal, text);
  return {
    codeId: id,
    checkCode,
    text: codeUrl(portal, text),
    caseNumber,
    document,
    issuedAt,
    fine,
    departure: departure !== null && suggested !== null ? { suggested, reason: departure } : null,
    printed: {
      codeId: id,
      svg: svgCode(symbol, { checkCode, host: new URL(portal).host, document }),
      widthMm: symbolSize(symbol),
      alt: `裁量监督码，核验码 ${checkCode}`,
    },
    wanted: true,
    supersededBy: null,
  };
}
