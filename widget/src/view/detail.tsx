import { type CodePayload, strictBase64 } from '@chidu/sdk/codes';
import { hex, sha256 } from '@chidu/sdk/text';
import { Component, createRef } from 'preact';
import type { Held } from '../reading.ts';
import type { DetailStrings } from '../strings/detail-zh.ts';
import { Section, type SectionProps } from './section.tsx';

export type DetailProps = SectionProps & Held & { readonly payload: CodePayload };

type Props = DetailProps & { readonly d: DetailStrings };

interface State {
  readonly doing: 'nothing' | 'asking' | 'incomplete' | 'refused' | 'altered' | 'unreachable';
  readonly document: { readonly bytes: Uint8Array; readonly type: string } | null;
}

/** 详情文书: for the party alone, who names itself as on the paper. What comes must have the hash that was signed. */
export class Detail extends Component<Props, State> {
  override state: State = { doing: 'nothing', document: null };
  readonly #name = createRef<HTMLInputElement>();
  readonly #number = createRef<HTMLInputElement>();

  readonly #ask = async (event: Event) => {
    event.preventDefault();
    const { service, load, code, payload } = this.props;
    const name = this.#name.current?.value.trim() ?? '';
    const idNumber = this.#number.current?.value.trim() ?? '';
    if (name === '' || idNumber === '') {
      (name === '' ? this.#name : this.#number).current?.focus();
      return this.setState({ doing: 'incomplete' });
    }
    this.setState({ doing: 'asking' });
    const part = await import('../chunks/outbox.ts').catch(() => null);
    const called = await part
      ?.createClient({ base: service, fetch: load })
      .detail({ body: { code, name, idNumber } });
    if (!called?.ok) return this.setState({ doing: 'unreachable' });
    const { content, type } = called.answer;
    if (content === null) return this.setState({ doing: 'refused' });
    const bytes = strictBase64(content);
    const signed = hex(payload.detail ?? new Uint8Array());
    if (bytes === null || hex(await sha256(bytes)) !== signed)
      return this.setState({ doing: 'altered' });
    this.setState({ doing: 'nothing', document: { bytes, type: type ?? '' } });
  };

  readonly #save = async () => {
    const { document } = this.state;
    if (document === null) return;
    const { download } = await import('../chunks/evidence.ts');
    download(new Blob([document.bytes as BlobPart], { type: document.type }), 'detail');
  };

  override render({ d, level }: Props, { doing, document }: State) {
    return (
      <Section name="detail" heading={d.heading} level={level}>
        {document === null ? (
          <form onSubmit={this.#ask} noValidate data-detail>
            <p>{d.why}</p>
            <label for="party-name">{d.name}</label>
            <input id="party-name" ref={this.#name} maxLength={120} autocomplete="off" />
            <label for="party-number">{d.number}</label>
            <input
              id="party-number"
              ref={this.#number}
              maxLength={40}
              autocomplete="off"
              spellcheck={false}
              aria-describedby="detail-status"
            />
            <p>
              <button type="submit">{d.submit}</button>
            </p>
            <p id="detail-status" class="error" role="alert">
              {doing !== 'nothing' && d[doing]}
            </p>
          </form>
        ) : (
          <>
            <p role="status">{d.same}</p>
            {/^text\/|json$/.test(document.type) && (
              <p class="own">{new TextDecoder().decode(document.bytes)}</p>
            )}
            <button type="button" onClick={() => void this.#save()}>
              {d.save}
            </button>
          </>
        )}
      </Section>
    );
  }
}
