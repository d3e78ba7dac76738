import { webCryptoSigner } from '@chidu/sdk/codes';
import { useState } from 'preact/hooks';
import type { OfficerKey } from '../platform/database.ts';
import type { Language } from '../platform/settings.ts';
import { FileBox } from '../ui/box.tsx';
import {
  APPROVED_ROLES,
  type ApprovedRole,
  approveRequest,
  type OpenedRequest,
  openRequest,
  usualWindow,
} from './approve-request.ts';
import { saveFile } from './save-file.ts';
import { OPTION_WORDS } from './words.ts';

/** The second person: reads a colleague's request, compares the digits, signs the approval with a key of their own. */
export function ApproveSection(props: {
  readonly language: Language;
  readonly held: OfficerKey | null;
}) {
  const { language, held } = props;
  const words = OPTION_WORDS[language];
  const [opened, setOpened] = useState<OpenedRequest | null>(null);
  const [fault, setFault] = useState('');
  const [done, setDone] = useState('');
  const usual = usualWindow(new Date());
  const open = async (bytes: Uint8Array): Promise<void> => {
    setOpened(null);
    setDone('');
    const read = await openRequest(bytes);
    setFault(read.ok ? '' : (words.approvalFaults[read.error] ?? read.error));
    if (read.ok) setOpened(read.opened);
  };
  const approve = async (key: OfficerKey, request: OpenedRequest, form: FormData) => {
    setDone('');
    const text = (name: string): string => String(form.get(name) ?? '');
    const result = await approveRequest(
      request,
      {
        digits: text('digits'),
        role: text('role') as ApprovedRole,
        from: text('from'),
        to: text('to'),
      },
      { signer: await webCryptoSigner(key.pair), ...key.requestedFor },
      new Date(),
    );
    setFault(result.ok ? '' : words.decisionFaults[result.fault]);
    if (!result.ok) return;
    const name = `chidu-key-approval-${request.request.officer}.txt`;
    saveFile(name, Uint8Array.from(result.approval));
    setDone(words.approvedAs(name));
  };
  return (
    <section aria-labelledby="approve">
      <h2 id="approve">{words.approve}</h2>
      <p>{words.approveRole}</p>
      {!held && <p class="source">{words.approveNeedsKey}</p>}
      {held && (
        <FileBox
          id="colleague-request"
          label={words.requestFile}
          hint={words.requestFileHint}
          onFile={(bytes) => void open(bytes)}
        />
      )}
      {held && opened && (
        <form
          key={opened.digits}
          onSubmit={(event) => {
            event.preventDefault();
            void approve(held, opened, new FormData(event.currentTarget));
          }}
        >
          <dl class="figures" id="request">
            <dt>{words.authorityCode}</dt>
            <dd>{opened.request.authority}</dd>
            <dt>{words.officerNumber}</dt>
            <dd>{opened.request.officer}</dd>
            <dt>{words.requestMade}</dt>
            <dd>{new Date(opened.request.made).toLocaleString('zh-CN')}</dd>
            <dt>{words.requestDigits}</dt>
            <dd>
              <b>{opened.digits}</b>
            </dd>
          </dl>
          {opened.request.authority !== held.requestedFor.authority && (
            <p class="warn">{words.otherAuthority}</p>
          )}
          <div class="field">
            <label for="spoken-digits">{words.spokenDigits}</label>
            <input
              id="spoken-digits"
              name="digits"
              inputMode="numeric"
              autocomplete="off"
              required
            />
          </div>
          <div class="field">
            <label for="approved-role">{words.approvedRole}</label>
            <select id="approved-role" name="role">
              {APPROVED_ROLES.map((role) => (
                <option key={role} value={role}>
                  {words.roles[role]}
                </option>
              ))}
            </select>
          </div>
          <Day id="valid-from" name="from" label={words.validFrom} usual={usual.from} />
          <Day id="valid-to" name="to" label={words.validTo} usual={usual.to} />
          <button type="submit" id="sign-approval">
            {words.signApproval}
          </button>
        </form>
      )}
      <div role="alert">{fault && <p class="warn">{fault}</p>}</div>
      <p id="approved" aria-live="polite">
        {done}
      </p>
    </section>
  );
}

function Day(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly usual: string;
}) {
  const { id, name, label, usual } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={name} type="date" defaultValue={usual} required />
    </div>
  );
}
