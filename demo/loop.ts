import {
  fromHex,
  generateOfficerKey,
  readTrustList,
  type SignedCode,
  signCode,
  webCryptoSigner,
} from '@chidu/sdk/codes';
import { type CodeSymbol, codeSymbol } from '@chidu/sdk/codes/draw';
import { type Assessment, assess, type Case } from '@chidu/sdk/discretion';
import { type Rule, ruleHash } from '@chidu/sdk/rules';
import type { RuleBook } from '@chidu/sdk/service';
import { chinaDay, parseMoney } from '@chidu/sdk/text';
import { payloadFor, type Verdict, verify } from '@chidu/sdk/verdict';
import { AUTHORITY, type LegacyCase, VIOLATIONS } from './legacy/cases.ts';
import { ruleOn } from './rule-book.ts';
import { DemoTrust } from './trust.ts';

/** Everything one case left behind on its way. */
export interface Journey {
  readonly row: LegacyCase;
  readonly case: Case;
  readonly rule: Rule;
  readonly assessment: Assessment;
  readonly signed: SignedCode;
  readonly symbol: CodeSymbol;
  readonly verdict: Verdict;
}

/** What the officer adds to what the old system holds. */
export interface Judgement {
  /** Ids of the statutory grounds found; none is an answer too. */
  readonly grounds: readonly string[];
  /** Factor id → option id. */
  readonly factors: Readonly<Record<string, string>>;
}

/**
 * The whole loop on the SDK alone: read, assess, issue, print, scan, verify. The suggestion is taken as it is, the key
 * is made for this one journey, and what is verified is the address that the symbol holds.
 */
export async function travel(
  row: LegacyCase,
  judgement: Judgement,
  surroundings: { book: RuleBook; portal: string; now: () => Date },
): Promise<Journey> {
  const { book, portal, now } = surroundings;
  const today = chinaDay(now().getTime());
  const subject: Case = { ...readRow(row, today), ...judgement };
  const rule = ruleOn(book, subject.violation, subject.actDate);
  const assessment = assess(subject, rule);

  const signer = await webCryptoSigner(await generateOfficerKey());
  const hash = await ruleHash(rule);
  const { payload, issues } = payloadFor(subject, rule, assessment, {
    document: row.gzswh,
    issued: today,
    ruleHash: fromHex(hash) as Uint8Array,
    authority: AUTHORITY.code,
    ...(assessment.suggestion !== null && { fine: assessment.suggestion }),
  });
  if (payload === null)
    throw new Error(issues.map(({ at, message }) => `${at}: ${message}`).join('; '));
  const signed = await signCode(payload, signer);
  const symbol = codeSymbol(portal, signed.text);

  const trust = await DemoTrust.create([new URL(portal).host], now);
  trust.admit(signer);
  const list = await readTrustList(await trust.list(), {
    roots: trust.roots,
    now: now().getTime(),
  });
  if (!list.ok) throw new Error(`trust list: ${list.error}`);
  const verdict = await verify(symbol.url, {
    trust: { keys: list.keys, against: `${list.seq}`, nextUpdate: list.list.nextUpdate },
    loadRule: async (wanted) => {
      const found = book.byHash.get(wanted);
      return found ? { bytes: new TextEncoder().encode(found.text), from: 'packs' } : null;
    },
    now,
  });
  return { row, case: subject, rule, assessment, signed, symbol, verdict };
}

/** The old system's strings as a Case. What is not there stays unknown; what cannot be read is a fault of the demo's data. */
function readRow(row: LegacyCase, today: string): Omit<Case, 'grounds' | 'factors'> {
  const violation = VIOLATIONS.find(({ code }) => code === row.wfxw)?.violation;
  if (violation === undefined) throw new Error(`${row.ajid}: no violation ${row.wfxw}`);
  const facts: Record<string, number> = {};
  for (const [fact, raw, unit] of [
    ['goodsValue', row.hzje, 'yuan'],
    ['illegalGains', row.wfsd, 'yuan'],
    ['illegalTurnover', row.wfjye, 'wan-yuan'],
    ['adFee', row.ggfy, 'yuan'],
  ] as const) {
    if (raw === '') continue;
    const reading = parseMoney(raw, { unit });
    if (!reading.ok) throw new Error(`${row.ajid}: ${reading.issue.message}`);
    facts[fact] = reading.fen;
  }
  return {
    format: 'chidu-case/1',
    violation,
    actDate: row.wfzzrq,
    decisionDate: today,
    party: { kind: row.dsrlx === '1' || row.dsrlx === '2' ? 'entity' : 'individual' },
    facts,
  };
}
