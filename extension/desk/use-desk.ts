import { useCallback, useEffect, useState } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import { type CaseField, mergeFrames } from '../judge/merge-frames.ts';
import { panelTab, watchActiveTab } from '../platform/panel.ts';
import { storedPack } from '../platform/policy-store.ts';
import { readFrames } from '../platform/read-case.ts';
import {
  type ChangeSettings,
  changeSettings,
  type Settings,
  settledSettings,
  watchSettings,
} from '../platform/settings.ts';
import { watchTab } from '../platform/tab-state.ts';
import { loadRuleBook, type RuleBook } from './rule-book.ts';

export type Readings = ReadonlyMap<FieldId, CaseField>;

/** Null while it is not known yet; `unreadable` where the tab may not be read. */
export type TabReading = { readonly readings: Readings } | 'unreadable' | null;

/** The tab that the panel speaks about, followed as the officer changes it. */
export function useTab(): number | null {
  const [tab, setTab] = useState<number | null>(null);
  useEffect(() => {
    const find = (): void => void panelTab(location.href).then(setTab);
    find();
    return watchActiveTab(find);
  }, []);
  return tab;
}

/** What the tab shows, read anew whenever one of its frames shows something else. */
export function useReadings(tab: number | null): readonly [TabReading, () => Promise<Readings>] {
  const [reading, setReading] = useState<TabReading>(null);
  const reread = useCallback(async (): Promise<Readings> => {
    const frames = tab === null ? null : await readFrames(tab);
    const readings = mergeFrames(frames ?? []);
    setReading(frames === null ? 'unreadable' : { readings });
    return readings;
  }, [tab]);
  useEffect(() => {
    setReading(null);
    if (tab === null) return;
    void reread();
    return watchTab(tab, (state) => {
      // What was reported is shown at once; a frame that has gone meanwhile is found by asking all of them.
      const frames = Object.values(state).map(({ reading }) => reading);
      if (frames.length > 0) setReading({ readings: mergeFrames(frames) });
      void reread();
    });
  }, [tab, reread]);
  return [reading, reread];
}

export function useSettings(): readonly [Settings | null, ChangeSettings] {
  const [value, setValue] = useState<Settings | null>(null);
  const read = useCallback((): void => void settledSettings().then(setValue), []);
  useEffect(() => {
    read();
    return watchSettings(read);
  }, [read]);
  // Shown before it is written: the button pressed right after a box was left must act on what the box says. Read again
  // after it, since a write may fail and the administrator's word goes before it.
  const change: ChangeSettings = useCallback(
    (how) => {
      setValue((held) => held && { ...held, ...how(held) });
      return changeSettings(how).finally(read);
    },
    [read],
  );
  return [value, change];
}

/** The packs of this build; an Error where they cannot be used, to be shown and never worked around. */
export function useRuleBook(): RuleBook | Error | null {
  const [book, setBook] = useState<RuleBook | Error | null>(null);
  useEffect(() => {
    loadRuleBook(packText).then(setBook, setBook);
  }, []);
  return book;
}

/** A pack as the authority brought it, else as it came with this build. */
async function packText(file: string): Promise<string> {
  const brought = file === 'sample-benchmark.json' ? await storedPack('benchmark') : null;
  return brought?.text ?? (await fetch(`/packs/${file}`)).text();
}
