import { useEffect, useState } from 'preact/hooks';

/** A line of text that counts once it is left. */
export function Box(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly invalid?: boolean;
  /** Set by the administrator. */
  readonly disabled?: boolean;
  readonly onText: (text: string) => void;
}) {
  const { id, label, value, hint, invalid = false, disabled = false, onText } = props;
  // What is being typed is the box's own: settings that arrive meanwhile must not take it away.
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={typed}
        autocomplete="off"
        disabled={disabled}
        aria-invalid={invalid}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <p class={invalid ? 'warn' : 'source'} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** A file from this machine; the same one may be chosen again. */
export function FileBox(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly onFile: (bytes: Uint8Array<ArrayBuffer>) => void;
}) {
  const { id, label, hint, onFile } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          void file?.arrayBuffer().then((buffer) => onFile(new Uint8Array(buffer)));
        }}
      />
      <p class="source" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
