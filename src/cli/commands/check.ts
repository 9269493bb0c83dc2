import type { ContractViolation } from '../../contract/contract.js';
import { contractFacts, type LoginLike } from '../../contract/contract-facts.js';
import { evaluateContract } from '../../contract/evaluate.js';
import { HarnessError } from '../../errors.js';
import type { CliIo } from '../cli-io.js';
import { type ContractResult, contractGithub, contractJunit } from '../contract-report.js';
import type { CHECK_REPORTERS } from '../definitions/check.js';
import type { JudgingFlags } from '../definitions/judging-flags.js';
import { EXIT } from '../exit-codes.js';
import { inert } from '../inert.js';
import { loginsToCheck } from '../logins-to-check.js';
import { readBytes } from '../read-input.js';
import type { HarnessFlags } from '../running-harness.js';
import { writeAnswer } from '../write-answer.js';

export interface CheckFlags extends JudgingFlags, HarnessFlags {
  readonly contract?: string;
  readonly infer?: boolean;
  readonly schema?: boolean;
  readonly reporter?: (typeof CHECK_REPORTERS)[number];
  readonly output?: string;
}

/** A login with a name, and whether it was accepted at all. */
export interface CheckedLogin extends LoginLike {
  readonly name: string;
  readonly accepted: boolean;
}

export async function check(what: string | undefined, flags: CheckFlags, io: CliIo): Promise<number> {
  if (flags.schema) {
    const { contractJsonSchema } = await import('../../contract/schema.js');
    io.stdout.write(`${JSON.stringify(contractJsonSchema(), null, 2)}\n`);
    return EXIT.healthy;
  }
  if (what === undefined) throw missing('Nothing to check was given.', 'Give a file, - or the id of a login.');
  if (flags.infer) return infer((await loginsToCheck(what, flags, io))[0], flags, io);
  if (flags.contract === undefined)
    throw missing('No contract was given.', 'Give one with --contract, or have one written with --infer.');
  return evaluate(what, flags.contract, flags, io);
}

async function evaluate(what: string, contractFile: string, flags: CheckFlags, io: CliIo): Promise<number> {
  const { readContract } = await import('../../contract/read-contract.js');
  const { contract, lineOf } = readContract(Buffer.from(await readBytes(contractFile, io)).toString('utf8'));
  const results = (await loginsToCheck(what, flags, io)).map((login) => ({
    name: login.name,
    accepted: login.accepted,
    violations: evaluateContract(contract, login, lineOf),
  }));
  const satisfied = results.every(({ violations }) => violations.length === 0);
  const text = render(results, contractFile, flags);
  await writeAnswer(text, flags.output, io);
  for (const { name, accepted } of results) {
    if (!accepted) io.stderr.write(`${name}: the login itself is not accepted; saml-rehearsal diagnose says why.\n`);
  }
  return satisfied ? EXIT.healthy : EXIT.findings;
}

type Result = ContractResult & { readonly accepted: boolean };

function render(results: readonly Result[], file: string, { json, reporter }: CheckFlags): string {
  if (json || reporter === 'json') {
    const body = results.map((result) => ({ ...result, satisfied: result.violations.length === 0 }));
    return `${JSON.stringify(body.length === 1 ? body[0] : body, null, 2)}\n`;
  }
  if (reporter === 'junit') return contractJunit(results, file);
  if (reporter === 'github') return contractGithub(results, file);
  return inert(results.map(({ name, violations }) => words(name, violations, file)).join(''));
}

function words(name: string, violations: readonly ContractViolation[], file: string): string {
  if (violations.length === 0) return `${name} keeps the contract.\n`;
  const count = violations.length === 1 ? 'one term' : `${violations.length} terms`;
  const lines = violations.flatMap(({ path, line, message, expected, actual }) => [
    '',
    `${file}${line === undefined ? '' : `:${line}`}  ${path || 'the whole contract'}`,
    `  ${message}`,
    `  expected  ${expected}`,
    `  actual    ${actual}`,
  ]);
  return [`${name} breaks ${count} of the contract.`, ...lines, ''].join('\n');
}

async function infer(login: CheckedLogin | undefined, flags: CheckFlags, io: CliIo): Promise<number> {
  if (!login?.accepted || !login.verified) {
    throw new HarnessError(
      'LOGIN_NOT_GOOD',
      `${login?.name ?? 'The message'} is no good login: ${login?.verified ? 'it is not accepted' : 'its claims are not verified'}.`,
      'A contract is inferred from an accepted login only; saml-rehearsal diagnose says what is wrong.',
    );
  }
  const { inferContract } = await import('../../contract/infer.js');
  const { writeContract } = await import('../../contract/write-contract.js');
  const note = `Written from ${login.name}. It demands the shape of that login, not the values of its user; look it over.`;
  const contract = inferContract(contractFacts(login));
  const isJson = flags.json === true || flags.reporter === 'json';
  const text = isJson ? `${JSON.stringify(contract, null, 2)}\n` : writeContract(contract, note);
  await writeAnswer(text, flags.output, io);
  return EXIT.healthy;
}

function missing(message: string, remedy: string): HarnessError {
  return new HarnessError('ARGUMENT_MISSING', message, remedy);
}
