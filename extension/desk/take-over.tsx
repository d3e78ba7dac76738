import { useState } from 'preact/hooks';
import type { Language } from '../platform/settings.ts';
import type { Replaces } from './issue-at-service.ts';
import { WORDS } from './words.ts';

interface Props {
  /** The live code of the case, which this machine did not issue. */
  readonly codeId: string;
  readonly language: Language;
  readonly busy: boolean;
  readonly onTakeOver: (replaces: Replaces) => void;
}

/** Says why another code of the case is replaced: a colleague's is, only where the case was handed over, and the log keeps why. */
export function TakeOver({ codeId, language, busy, onTakeOver }: Props) {
  const words = WORDS[language].takeOver;
  const [why, setWhy] = useState<Replaces['why']>('handed-over');
  const [reason, setReason] = useState('');
  return (
    <fieldset class="field" id="take-over">
      <legend>{words.title}</legend>
      {(['handed-over', 'reissued'] as const).map((one) => (
        <label class="tick" key={one}>
          <input
            type="radio"
            name="take-over"
            value={one}
            checked={why === one}
            onChange={() => setWhy(one)}
          />
          <span>{words.why[one]}</span>
        </label>
      ))}
      <label for="take-over-reason">{words.reason}</label>
      <textarea
        id="take-over-reason"
        rows={2}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button
        type="button"
        id="take-over-sign"
        disabled={busy || reason.trim().length < 5}
        onClick={() => onTakeOver({ codeId, why, reason: reason.trim() })}
      >
        {words.sign}
      </button>
    </fieldset>
  );
}
