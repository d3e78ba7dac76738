import type { Adapter } from '../adapters/adapter.ts';
import { paperNumber, readValue } from '../judge/read-value.ts';
import type { PageReading } from '../locate/reading.ts';
import type { PlaceResult } from '../notice/place.ts';
import { currentCode, type IssuedCode, issuedCode, wantInNotice } from '../platform/database.ts';
import { carryOut } from '../platform/page-calls.ts';
import { ask } from '../platform/scripting.ts';
import { allTabStates } from '../platform/tab-state.ts';
import { bindPaper } from './note-docket.ts';

/** A notice was opened or rewritten: the code its officer wanted in it goes in. Answers the code that stands in it then. */
export async function placeWanted(
  tab: number,
  frame: number,
  reading: PageReading,
  adapters: readonly Adapter[],
): Promise<string | null> {
  const document = paperNumber(reading);
  const code = document === null ? null : await currentCode(document);
  if (!code?.wanted) return null;
  const result = await order(tab, frame, reading, code, 'place', adapters);
  return result === 'placed' ? code.codeId : null;
}

/** On the officer's word: the code into every open notice with its document number, or out of it. */
export async function withCode(
  codeId: string,
  act: 'place' | 'remove',
  adapters: readonly Adapter[],
): Promise<PlaceResult[]> {
  const code = await issuedCode(codeId);
  if (!code) return [];
  await wantInNotice(codeId, act === 'place');
  const results: PlaceResult[] = [];
  for (const [tab, state] of await allTabStates())
    for (const [frame, { reading }] of Object.entries(state))
      if (reading.kind === 'notice' && paperNumber(reading) === code.document) {
        const result = await order(tab, Number(frame), reading, code, act, adapters);
        if (result) results.push(result);
        if (result === 'placed') await bindPaper(code.caseNumber, code.document, codeId);
      }
  return results;
}

async function order(
  tab: number,
  frame: number,
  reading: PageReading,
  code: IssuedCode,
  act: 'place' | 'remove',
  adapters: readonly Adapter[],
): Promise<PlaceResult | null> {
  const page = adapters
    .find(({ id }) => id === reading.adapter)
    ?.pages.find(({ id }) => id === reading.page);
  if (!page?.slot) return 'no-slot';
  // A notice that states another fine than the code, or one that cannot be read, must not carry it.
  const stated = page.fields.some(({ field }) => field === 'fine');
  if (act === 'place' && stated && readValue(reading, 'fine') !== code.fine) return 'other-fine';
  const [answer] = await ask(
    { tabId: tab, frameIds: [frame] },
    '/notice.js',
    carryOut,
    act === 'place'
      ? { do: 'place' as const, code: code.printed, slot: page.slot }
      : { do: 'remove' as const, codeId: code.codeId },
  ).catch(() => []);
  return answer?.result ?? null;
}
