import { useEffect, useState } from 'preact/hooks';
import { type AdapterHealth, adapterHealth } from '../platform/health.ts';
import type { Language } from '../platform/settings.ts';
import { ADMIN_WORDS } from './words-admin.ts';

/** How often each field of each adapter was read, and how: what tells an administrator that a system has changed. */
export function HealthSection({ language }: { readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const [health, setHealth] = useState<readonly AdapterHealth[]>([]);
  useEffect(() => void adapterHealth().then(setHealth), []);
  return (
    <section aria-labelledby="health">
      <h2 id="health">{words.health}</h2>
      <p class="source">{words.healthHint}</p>
      {health.length === 0 && <p class="source">{words.healthNone}</p>}
      {health.map(({ adapter, version, page, documents, fields }) => (
        <details class="list" key={`${adapter} ${version} ${page}`}>
          <summary>
            {adapter} {version}　{page}
            <span class="count">{documents}</span>
          </summary>
          <table>
            <thead>
              <tr>
                {words.healthColumns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.entries(fields).map(([field, counts = {}]) => {
                const { read = 0, healed = 0, missing = 0, empty = 0 } = counts;
                const { refused = 0, conflict = 0, ambiguous = 0 } = counts;
                return (
                  <tr key={field} data-health={field}>
                    <th scope="row">{field}</th>
                    <td>{read}</td>
                    <td>{healed}</td>
                    <td>{missing + empty}</td>
                    <td>{refused + conflict + ambiguous}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      ))}
      <p>
        <a href="/binder.html" target="_blank" rel="noreferrer">
          {words.binder}
        </a>
      </p>
    </section>
  );
}
