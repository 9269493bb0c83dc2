import { show } from '../../diagnosis/show.js';
import { HarnessError } from '../../errors.js';
import { type CliIo, wantsColor } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { type EntraField, entraFields } from '../preflight/entered-fields.js';
import type { PreflightItem } from '../preflight/item.js';
import { accountGiven, lookOver, namesGiven, type PreflightFlags } from '../preflight/look-over.js';
import { variable } from '../read-settings.js';

/** @throws HarnessError `ARGUMENT_MISSING`, and what reading the given files and URLs throws. */
export async function preflight(flags: PreflightFlags, io: CliIo): Promise<number> {
  const source = flags.idpMetadata ?? variable(io, 'IDP_METADATA');
  const given = [source, flags.idpCert, flags.request, flags.entityId, flags.accountCode];
  if (given.every((one) => one === undefined)) {
    throw new HarnessError(
      'ARGUMENT_MISSING',
      'There is nothing to look over.',
      'Give at least --idp-metadata; with --account-code and --region, --entity-id and --acs the names are looked over as well.',
    );
  }
  const items = await lookOver(source, flags, io);
  const isFine = items.every(({ status }) => status !== 'problem');
  const fields = entraFields(accountGiven(flags, io), namesGiven(flags, io));
  if (flags.json) io.stdout.write(`${JSON.stringify({ healthy: isFine, items, entra: fields }, null, 2)}\n`);
  else io.stdout.write(`${asText(items, wantsColor(io, io.stdout))}${fieldsAsText(fields)}`);
  return isFine ? EXIT.healthy : EXIT.findings;
}

const PAINT = { ok: 32, warning: 33, problem: 31, unknown: 2 } as const;

function asText(items: readonly PreflightItem[], color: boolean): string {
  const lines = items.flatMap(({ status, summary, remedy }) => {
    const label = status.padEnd(8);
    const painted = color ? `\u001b[${PAINT[status]}m${label}\u001b[0m` : label;
    return [
      `${painted} ${summary
        .split('\n')
        .map((line) => show(line, 1000))
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
