import { requestDigits } from '@chidu/sdk/codes';
import { dayOfNumber } from '@chidu/sdk/text';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  enrolKey,
  type KeyHolder,
  keepApproval,
  makeOfficerKey,
  requestAnew,
} from '../desk/officer-key.ts';
import type { OfficerKey } from '../platform/database.ts';
import { hasHosts, requestHosts } from '../platform/permissions.ts';
import type { Settings } from '../platform/settings.ts';
import { trustMemory } from '../platform/trust-memory.ts';
import { FileBox } from '../ui/box.tsx';
import { type CheckedList, checkList } from './check-list.ts';
import { approvalFault, type KeyState, keyState } from './key-state.ts';
import { saveFile } from './save-file.ts';
import { OPTION_WORDS, type OptionWords } from './words.ts';

const UNASKED: CheckedList = { ok: false, why: 'not-asked' };

/** The officer's key: made here, carried to a second person, brought back, and looked up in the trust list. */
export function KeySection(props: {
  readonly settings: Settings;
  readonly held: OfficerKey | null;
  readonly onKey: (key: OfficerKey) => void;
}) {
  const { settings, held: key, onKey } = props;
  const words = OPTION_WORDS[settings.language];
  const [digits, setDigits] = useState('');
  const [fault, setFault] = useState('');
  const [found, setFound] = useState({ place: '', list: UNASKED });
  const [state, setState] = useState<KeyState>({ state: 'none' });
  useEffect(() => {
    setDigits('');
    return key ? latest(requestDigits(key.request), setDigits) : undefined;
  }, [key?.request]);
  // What was checked, or is being checked, holds for the address and the roots of that moment.
  const place = [settings.portal, settings.trustList, settings.roots?.sha256].join(' ');
  const checked = found.place === place ? found.list : UNASKED;
  const current = useRef(place);
  current.current = place;
  useEffect(() => latest(keyState(key, checked), setState), [key, checked]);
  const when = (at: string): string => new Date(at).toLocaleString('zh-CN');
  const now = (): string => new Date().toISOString();
  const holder = holderOf(settings);
  const stale =
    key !== null &&
    holder !== null &&
    (key.requestedFor.authority !== holder.authority ||
      key.requestedFor.officer !== holder.officer);
  const enrol = async (known: OfficerKey): Promise<void> => {
    setFault('');
    // Asked for at the click: a browser grants nothing without one.
    if (!(await requestHosts([`${settings.portal}/*`]))) return setFault(words.notAllowed);
    const result = await enrolKey(known, settings.portal, now());
    if (result.ok) onKey(result.key);
    else setFault(result.status === null ? words.unreachable : words.refusedBy(result.status));
  };
  const check = async (allowed: (origins: string[]) => Promise<boolean>): Promise<CheckedList> => {
    const ports = {
      allowed,
      fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked),
      memory: trustMemory,
      now: () => new Date(),
    };
    const list = await checkList(settings, ports);
    if (current.current === place) setFound({ place, list });
    return list;
  };
  const takeApproval = async (
    known: OfficerKey,
    approval: Uint8Array<ArrayBuffer>,
  ): Promise<void> => {
    setFault('');
    // A chosen file is no click that a browser would take for a consent.
    const error = await approvalFault(approval, known.request, await check(hasHosts));
    if (error === null) onKey(await keepApproval(known, approval));
    else setFault(words.approvalFaults[error] ?? error);
  };
  return (
    <section aria-labelledby="key">
      <h2 id="key">{words.key}</h2>
      <p>
        {words.stateLabel}：
        <b id="key-state" data-state={state.state}>
          {words.states[state.state]}
        </b>
      </p>
      <p class="source" id="key-state-why" aria-live="polite">
        {stateText(state, words)}
        {checked.ok && checked.accepted.stale && words.listStale}
      </p>
      {!key && (
        <>
          <p>{words.keyNone}</p>
          {!holder && <p class="source">{words.keyNeeds}</p>}
          <button
            type="button"
            id="make-key"
            disabled={!holder}
            onClick={() => holder && void makeOfficerKey(holder, now()).then(onKey)}
          >
            {words.keyMake}
          </button>
        </>
      )}
      {key && (
        <>
          <p>{words.keyMade(when(key.createdAt))}</p>
          {stale && holder && (
            <p class="warn">
              {words.keyStale}
              <button
                type="button"
                class="quiet"
                onClick={() => void requestAnew(key, holder, now()).then(onKey)}
              >
                {words.keyAnew}
              </button>
            </p>
          )}
          <p>
            {words.digits}：<b id="key-digits">{digits}</b>
          </p>
          <p class="source">{words.digitsHint}</p>
          <div class="buttons">
            <button
              type="button"
              id="save-request"
              onClick={() =>
                saveFile(`chidu-key-request-${key.requestedFor.officer}.txt`, key.request)
              }
            >
              {words.saveRequest}
            </button>
            <button type="button" id="check-list" onClick={() => void check(requestHosts)}>
              {words.checkList}
            </button>
            <button
              type="button"
              id="enrol"
              disabled={settings.portal === ''}
              onClick={() => void enrol(key)}
            >
              {key.enrolled ? words.enrolAgain : words.enrol}
            </button>
          </div>
          <p class="source">{words.keyHint}</p>
          <FileBox
            id="approval"
            label={words.approval}
            hint={words.approvalHint}
            onFile={(bytes) => void takeApproval(key, bytes)}
          />
          <p role="status">
            {key.enrolled && !fault
              ? words.enrolled(key.enrolled.portal, when(key.enrolled.at))
              : ''}
          </p>
          <div role="alert">{fault && <p class="warn">{fault}</p>}</div>
          <details class="list">
            <summary>{words.replace}</summary>
            <p>{words.replaceHint}</p>
            <button
              type="button"
              id="replace-key"
              disabled={!holder}
              onClick={() => holder && void makeOfficerKey(holder, now()).then(onKey)}
            >
              {words.replaceNow}
            </button>
          </details>
        </>
      )}
    </section>
  );
}

/** Hands on what is awaited, unless something newer is awaited by then. */
function latest<T>(awaited: Promise<T>, take: (value: T) => void): () => void {
  let newest = true;
  void awaited.then((value) => newest && take(value));
  return () => {
    newest = false;
  };
}

/** Null until the settings name the authority and the officer's number. */
function holderOf({ authority, officer }: Settings): KeyHolder | null {
  return authority.code !== '' && /^[1-9]\d{0,8}$/.test(officer.number)
    ? { authority: authority.code, officer: Number(officer.number) }
    : null;
}

function stateText(state: KeyState, words: OptionWords): string {
  switch (state.state) {
    case 'none':
      return '';
    case 'unchecked':
      return (
        (words.unchecked[state.why] ?? words.listRefused(state.why)) +
        (state.approval ? words.approvalHeld : '')
      );
    case 'requested':
      return state.fault
        ? words.approvalVoid(words.approvalFaults[state.fault] ?? state.fault)
        : words.requestedIn(state.seq);
    case 'approved':
    case 'listed': {
      const { role, notBefore, notAfter } = state.key;
      const window = `${dayOfNumber(notBefore)} — ${dayOfNumber(notAfter)}`;
      return words[state.state === 'listed' ? 'listedIn' : 'approvedFor'](state.seq, role, window);
    }
    case 'revoked':
      return words.revokedIn(
        state.seq,
        dayOfNumber(state.key.revokedAt ?? 0),
        state.key.reason ?? words.noReason,
      );
  }
}
