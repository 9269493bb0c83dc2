import type { CheckDefinition } from './check.js';
import { findCheck } from './checks/index.js';
import type { Expectations } from './expectations.js';
import { remedy } from './remedy.js';
import { layout, type TextOptions } from './text-layout.js';

const PLACEHOLDERS = { expected: 'the expected value', actual: 'the value in the message', skew: 'a few minutes' };

/**
 * The long form of one check: what it looks at and why, what it tells apart, the clauses, and what each side can do.
 *
 * @returns undefined when there is no check of that id.
 */
export function explainCheck(id: string, options: TextOptions = {}): string | undefined {
  const check = findCheck(id);
  return check && explain(check, options);
}

function explain(check: CheckDefinition, options: TextOptions): string {
  const page = layout(options);
  const bold = (text: string) => page.paint('bold', text);
  const kinds = Object.entries(check.kinds);
  const width = Math.max(...kinds.map(([kind]) => kind.length));
  return [
    `${bold(check.id)}  (${check.stage}, ${check.severity})`,
    page.wrap(`${check.title}.`),
    page.wrap(check.why),
    [bold('Tells apart'), ...kinds.map(([kind, words]) => page.wrap(words, `  ${kind.padEnd(width)}  `))].join('\n'),
    [
      bold('Clauses'),
      ...check.spec.map(({ document, clause, url }) =>
        [page.wrap(`${document} ${clause}`, '  ', '    '), ...(url ? [page.paint('dim', `    ${url}`)] : [])].join(
          '\n',
        ),
      ),
    ].join('\n'),
    [
      bold('What to do'),
      ...remediesOf(check).map(({ who, where, action, source }) =>
        [
          page.wrap(`${who}: ${where}`, '  ', '    '),
          page.wrap(action, '    '),
          ...(source ? [page.paint('dim', page.wrap(`(place as in: ${source})`, '    '))] : []),
        ].join('\n'),
      ),
    ].join('\n'),
  ].join('\n\n');
}

/** Every remedy a check may name, with the places as Entra's and Mimecast's administrators know them. */
export function remediesOf(check: CheckDefinition, expectations?: Expectations): ReturnType<typeof remedy>[] {
  return check.remedies.map((id) => remedy(id, expectations, PLACEHOLDERS));
}
