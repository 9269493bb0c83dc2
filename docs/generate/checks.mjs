// @ts-check
import { STAGES } from '../../dist/diagnosis/check.js';
import { checks } from '../../dist/diagnosis/checks/index.js';
import { remediesOf } from '../../dist/diagnosis/explain-check.js';
import { faults } from '../../dist/entra/faults/index.js';
import { code, MADE, page, plain, table } from './markdown.mjs';

/** @param {import('../../dist/diagnosis/check.js').CheckDefinition} check */
function section(check) {
  const provoke = faults.filter(({ caughtBy }) => caughtBy.includes(check.id));
  return [
    `### ${check.id}`,
    `**${plain(check.title)}.** ${plain(check.why)}`,
    `Severity: ${check.severity}. Tells apart:`,
    table(
      ['kind', 'what it means'],
      Object.entries(check.kinds).map(([kind, words]) => [code(kind), plain(words)]),
    ),
    'What to do, the likeliest first:',
    remediesOf(check)
      .map(({ who, where, action }) => `- **${who}**, ${plain(where)}: ${plain(action)}`)
      .join('\n'),
    `Clauses: ${check.spec.map(clause).join('; ')}.`,
    provoke.length > 0 && `Faults: ${provoke.map(({ id }) => `[${code(id)}](faults.md#${id})`).join(', ')}.`,
  ];
}

/** @param {import('../../dist/diagnosis/check.js').SpecRef} ref */
const clause = ({ document, clause: part, url }) =>
  url ? `[${plain(document)} ${plain(part)}](${url})` : `${plain(document)} ${plain(part)}`;

export const checksPage = () =>
  page(
    '# Checks',
    MADE,
    `${checks.length} checks run on every message; none hides another. A message is accepted when no check of severity error failed, ` +
      'is blocked (a piece it needs could not be read) or crashed. The same words on the command line: `saml-rehearsal explain <check>`; ' +
      'in the inspector: `/checks`.',
    table(
      ['stage', 'checks'],
      STAGES.map((stage) => [
        `[${stage}](#${stage})`,
        checks
          .filter((check) => check.stage === stage)
          .map(({ id }) => `[${id}](#${id})`)
          .join(', '),
      ]),
    ),
    ...STAGES.flatMap((stage) => [
      `## ${stage}`,
      ...checks.filter((check) => check.stage === stage).flatMap((check) => section(check)),
    ]),
  );
