import { type Child, h } from './html.ts';

/** Who issues a report, when and under which number. */
export interface Head {
  readonly title: string;
  readonly issuer: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 文号, once there is one. */
  readonly number?: string;
  /** A draft says so until a person has signed it. */
  readonly draft: boolean;
}

export function head({ title, issuer, day, number, draft }: Head): Child[] {
  return [
    h('h1', {}, title),
    h(
      'p',
      { class: 'meta' },
      [issuer, number ?? null, day, draft ? '草稿，未经审定' : null]
        .filter((one) => one !== null)
        .join('　'),
    ),
  ];
}
