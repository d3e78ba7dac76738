import type { Finding } from '@chidu/sdk/verdict';

const SHAPES: Readonly<Record<Finding['state'], string>> = {
  pass: 'M5 12.5l4.5 4.5L19 7.5',
  fail: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  unknown: 'M9 9.2a3 3 0 1 1 4.3 2.7c-.8.4-1.3 1-1.3 2M12 17.5v.1',
};

/** A sign of its own shape for each state. The word stands beside it, so it is silent. */
export function Icon({ state }: { readonly state: Finding['state'] }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {state === 'unknown' ? (
        <circle cx="12" cy="12" r="10" />
      ) : state === 'fail' ? (
        <rect x="2.5" y="2.5" width="19" height="19" rx="2" />
      ) : (
        <path d="M12 1.8l9 3.4v6.6c0 5.2-3.8 8.6-9 10.4-5.2-1.8-9-5.2-9-10.4V5.2z" />
      )}
      <path class="sign" d={SHAPES[state]} />
    </svg>
  );
}
