import type { Checks } from './checks.ts';
import type { ReadField } from './desk.ts';
import type { LegacyCase } from './legacy/cases.ts';

/** Compares what the extension read with what the case says must be found. */
export function compareReading(checks: Checks, row: LegacyCase, read: readonly ReadField[]): void {
  const { violation, party, actDate, money, refused } = row.expected;
  const value = (field: string) =>
    read.find((one) => one.field === field && one.state === 'read')?.value;
  const found = {
    violation: value('violation'),
    party: value('partyKind'),
    actDate: value('actDate') ?? null,
    money: Object.fromEntries(
      ['goodsValue', 'illegalGains', 'illegalTurnover', 'adFee'].flatMap((fact) => {
        const fen = value(`facts.${fact}`);
        return fen === undefined ? [] : [[fact, fen]];
      }),
    ),
    document: value('documentNumber'),
  };
  checks.equal(`${row.ajbh} 读出的值`, found, {
    violation,
    party: party.kind,
    actDate,
    money,
    document: row.gzswh,
  });
  const places: Record<string, string> = { hzje: 'facts.goodsValue', wfzzrq: 'actDate' };
  for (const { field, code } of refused) {
    const one = read.find((candidate) => candidate.field === places[field]);
    checks.equal(`${row.ajbh} ${field} 不采用：${code}`, one?.code ?? one?.state, code);
  }
}
