import { useCallback, useEffect, useState } from 'preact/hooks';
import { loadDraft, saveDraft } from '../platform/drafts.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';

export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** The officer's entries for one case; another case has its own. */
export function useDraft(key: string | null): readonly [Draft, ChangeDraft] {
  const [held, setHeld] = useState<{ key: string | null; draft: Draft }>({
    key: null,
    draft: EMPTY_DRAFT,
  });
  useEffect(() => {
    setHeld({ key, draft: EMPTY_DRAFT });
    if (key !== null)
      void loadDraft(key).then((draft) => draft && setHeld({ key, draft: draft as Draft }));
  }, [key]);
  const change = useCallback<ChangeDraft>(
    (change) =>
      setHeld((held) => {
        const draft = change(held.draft);
        if (held.key !== null) void saveDraft(held.key, draft);
        return { ...held, draft };
      }),
    [],
  );
  return [held.key === key ? held.draft : EMPTY_DRAFT, change];
}
