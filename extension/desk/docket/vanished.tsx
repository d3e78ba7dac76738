import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../platform/settings.ts';
import { vanishedCases } from '../../platform/vanished.ts';

/** A page that takes its time is not a page whose case is gone. */
const PATIENCE_MS = 3000;

/** Cases that this very page showed on this machine before, and shows no longer. */
export function Vanished({ tab, language }: { readonly tab: number; readonly language: Language }) {
  const [cases, setCases] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => void vanishedCases(tab).then(setCases), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [tab]);
  return (
    <div role="alert">
      {cases.map((number) => (
        <p key={number} class="warn" data-concern="number-vanished">
          {language === 'zh'
            ? `本页原来显示案件${number}，现在没有显示，请核实该案是否被撤销或者改号。`
            : `This page used to show case ${number} and does not now: check whether it was withdrawn or renumbered.`}
        </p>
      ))}
    </div>
  );
}
