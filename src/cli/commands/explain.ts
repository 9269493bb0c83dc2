import { explainAadsts, findAadsts } from '../../diagnosis/aadsts.js';
import { checks } from '../../diagnosis/checks/index.js';
import { explainCheck } from '../../diagnosis/explain.js';
import { explainStatus, STATUS_MEANINGS } from '../../diagnosis/status-words.js';
import { HarnessError } from '../../errors.js';
import { nearest } from '../../spelling.js';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { readInput } from '../read-input.js';

interface Explanation {
  readonly about: 'check' | 'entra-error' | 'status';
  readonly id: string;
  readonly text: string;
}

/** Explains each thing that was asked for, in turn. */
export async function explain(
  asked: readonly string[],
  flags: { readonly json?: boolean },
  io: CliIo,
): Promise<number> {
  if (asked.length === 0) return listChecks(flags, io);
  const things =
    asked.length === 1 && asked[0] === '-' ? [Buffer.from((await readInput('-', io)).bytes).toString('utf8')] : asked;
  const single = things.map((thing) => explanationOf(thing.trim()));
  const joined = single.includes(undefined) ? explanationOf(things.join(' ').trim()) : undefined;
  const found = joined ? [joined] : single.filter((one) => one !== undefined);
  if (found.length === 0 || (!joined && found.length < things.length))
    throw unknown(things.find((_, i) => !single[i]) ?? '');
  io.stdout.write(
    flags.json
      ? `${JSON.stringify(found.length === 1 ? found[0] : found, null, 2)}\n`
      : `${found.map(({ text }) => text.trimEnd()).join('\n\n\n')}\n`,
  );
  return EXIT.healthy;
}

function explanationOf(thing: string): Explanation | undefined {
  if (checks.some(({ id }) => id === thing)) return { about: 'check', id: thing, text: explainCheck(thing) ?? '' };
  const status = explainStatus(thing);
  if (status !== undefined) return { about: 'status', id: thing, text: status };
  const aadsts = findAadsts(thing);
  if (aadsts) return { about: 'entra-error', id: aadsts.code, text: explainAadsts(aadsts.number) };
  const inside = [...STATUS_MEANINGS.keys()].findLast((uri) => thing.includes(uri));
  return inside === undefined ? undefined : { about: 'status', id: inside, text: explainStatus(inside) ?? '' };
}

function listChecks(flags: { readonly json?: boolean }, io: CliIo): number {
  if (flags.json) {
    io.stdout.write(
      `${JSON.stringify(
        checks.map(({ id, title, stage, severity }) => ({ id, title, stage, severity })),
        null,
        2,
      )}\n`,
    );
    return EXIT.healthy;
  }
  const widest = Math.max(...checks.map(({ id }) => id.length));
  let stage = '';
  for (const check of checks) {
    if (check.stage !== stage) io.stdout.write(`${stage === '' ? '' : '\n'}${check.stage}\n`);
    stage = check.stage;
    const severity = check.severity === 'error' ? '' : `  (${check.severity})`;
    io.stdout.write(`  ${check.id.padEnd(widest)}  ${check.title}${severity}\n`);
  }
  return EXIT.healthy;
}

function unknown(thing: string): HarnessError {
  const known = [
    ...checks.map(({ id }) => id),
    ...[...STATUS_MEANINGS.keys()].map((uri) => uri.slice(uri.lastIndexOf(':') + 1)),
  ];
  const meant = nearest(thing, known);
  const shown = thing.length > 100 ? `${thing.slice(0, 100)}…` : thing;
  return new HarnessError(
    'NOTHING_TO_EXPLAIN',
    `"${shown}" is no check, no AADSTS number and no SAML status${meant === undefined ? '.' : `; did you mean "${meant}"?`}`,
    'saml-rehearsal explain, without more, lists the checks.',
  );
}
