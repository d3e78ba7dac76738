import { build } from '../build.ts';
import { readTool } from '../tool.ts';
import type { Gate } from './gate.ts';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** Preact sets innerHTML for dangerouslySetInnerHTML, which nothing here uses. */
const accepted = new Set(['UNSAFE_VAR_ASSIGNMENT']);

/** What Mozilla's reviewers run on the Firefox build. */
export const firefox: Gate = {
  name: 'addons-linter on the Firefox build',
  faults: () => {
    build('firefox');
    const linter = ['addons-linter', '--output', 'json', 'extension/.output/firefox-mv3'];
    const { output, all } = readTool(linter);
    if (!output.startsWith('{')) return [all];
    const { errors, warnings }: Record<'errors' | 'warnings', Finding[]> = JSON.parse(output);
    return [...errors, ...warnings.filter(({ code }) => !accepted.has(code))].map(
      ({ code, message, file }) => `${code} ${file ?? ''}: ${message}`,
    );
  },
};
