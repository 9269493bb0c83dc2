import { show } from '../../diagnosis/show.js';
import { HarnessError } from '../../errors.js';
import { type CliIo, wantsColor } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { type EntraField, entraFields } from '../preflight/entered-fields.js';
import { givenSettings } from '../preflight/given-settings.js';
import type { PreflightItem } from '../preflight/item.js';
import { accountGiven, lookOver, namesGiven, type PreflightFlags } from '../preflight/look-over.js';
import { preflightGithub, preflightJunit } from '../preflight/report.js';
import { writeAnswer } from '../write-answer.js';

/** @throws HarnessError `ARGUMENT_MISSING`, and what reading the given files and URLs throws. */
export async function preflight(asked: PreflightFlags, io: CliIo): Promise<number> {
  const flags = await givenSettings(asked, io);
  const source = flags.idpMetadata;
  const given = [source, flags.idpCert, flags.request, flags.entityId, flags.accountCode, flags.acs];
  if (given.every((one) => one === undefined)) {
    throw new HarnessError(
      'ARGUMENT_MISSING',
      'There is nothing to look over.',
      'Give at least --idp-metadata, or a configuration file that names it; with --account-code and --region, --entity-id and --acs the names are looked over as well.',
    );
  }
  const items = await lookOver(source, flags, io);
  const isFine = items.every(({ status }) => status !== 'problem');
  const fields = entraFields(accountGiven(flags), namesGiven(flags));
  const text = render({ healthy: isFine, items, entra: fields }, flags, io);
  await writeAnswer(text, flags.output, io);
  return isFine ? EXIT.healthy : EXIT.findings;
}

interface Answer {
  readonly healthy: boolean;
  readonly items: readonly PreflightItem[];
  readonly entra: readonly EntraField[];
}

function render(answer: Answer, { json, reporter, output }: PreflightFlags, io: CliIo): string {
  if (json || reporter === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (reporter === 'junit') return preflightJunit(answer.items);
  if (reporter === 'github') return preflightGithub(answer.items);
  const color = output === undefined && wantsColor(io, io.stdout);
  return `${asText(answer.items, color)}${fieldsAsText(answer.entra)}`;
}

const PAINT = { ok: 32, warning: 33, problem: 31, unknown: 2 } as const;

/** The line of carets below two values; its spaces are ours. */
const MARKS = /^ +\^+$/;

function asText(items: readonly PreflightItem[], color: boolean): string {
  const lines = items.flatMap(({ status, summary, remedy }) => {
    const label = status.padEnd(8);
    const painted = color ? `\u001b[${PAINT[status]}m${label}\u001b[0m` : label;
    return [
      `${painted} ${summary
        .split('\n')
        .map((line) => (MARKS.test(line) ? line : show(line, 1000)))
        .join('\n         ')}`,
      ...(remedy === undefined ? [] : [`         ${remedy}`]),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function fieldsAsText(fields: readonly EntraField[]): string {
  if (fields.length === 0) return '';
  const lines = fields.map(
    ({ field, value, length }) => `  ${field}\n    ${show(value, 1000)}   (${length} characters)`,
  );
  return `\nEntra has to hold, character by character:\n${lines.join('\n')}\n`;
}
