import { useState } from 'preact/hooks';
import { forgetCases } from '../platform/docket-store.ts';
import { forgetDrafts } from '../platform/drafts.ts';
import type { Language } from '../platform/settings.ts';
import { ADMIN_WORDS } from './words-admin.ts';

/** Everything of cases on this machine, gone at one press. */
export function ForgetSection({ language }: { readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="forget">
      <h2 id="forget">{words.forget}</h2>
      <p class="source">{words.forgetHint}</p>
      <button
        type="button"
        id="forget-now"
        onClick={() =>
          void Promise.all([forgetCases(), forgetDrafts()]).then(() => setSaid(words.forgotten))
        }
      >
        {words.forgetNow}
      </button>
      <p role="status" id="forgotten">
        {said}
      </p>
    </section>
  );
}
