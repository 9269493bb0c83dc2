import { resolve } from 'node:path';
import { type Config, loadConfig } from '../../config/load.js';
import { createHarness, type Harness } from '../../harness/create-harness.js';
import { givenContract } from '../../harness/given-contract.js';
import type { HarnessOptions } from '../../harness/options.js';
import type { AnsweredLogin } from '../../logins/login.js';
import { endUnusedSqlite } from '../../logins/sqlite-engine.js';
import { present } from '../../saml/present.js';
import { type CliIo, wantsColor } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { loginLine } from '../login-line.js';
import { type Welcome, welcome, welcomeText } from '../welcome.js';

export interface StartFlags {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly file?: string;
}

/** Serves until asked to stop. */
export async function start(given: StartFlags, io: CliIo): Promise<number> {
  // A file may name another store than the one whose thread has begun already.
  const { config, harness } = await opened(given, io).finally(endUnusedSqlite);
  const unsubscribe = harness.serviceProvider.events.subscribe((login) => announce(login, harness, config, io));
  try {
    greet(await welcome(harness, config), config, io);
    await stopped(io);
  } finally {
    unsubscribe();
    await harness.stop();
  }
  if (!config.json) io.stderr.write('Stopped.\n');
  return EXIT.healthy;
}

async function opened(
  { flags, file }: StartFlags,
  io: CliIo,
): Promise<{ readonly config: Config; readonly harness: Harness }> {
  const config = await loadConfig({
    flags: given(flags),
    env: io.env,
    cwd: io.cwd,
    ...(file !== undefined && { file }),
  });
  const { contract } = config;
  const harness = await createHarness({
    ...optionsOf(config, io),
    ...(contract !== undefined && { contract: await givenContract(resolve(io.cwd, contract), contract) }),
  });
  return { config, harness };
}

/** Commander says `entra: true` where `--no-entra` was not given; that is no flag of the user's. */
function given(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { entra, ...rest } = flags;
  return entra === false ? { ...rest, entra } : rest;
}

function optionsOf(config: Config, io: CliIo): HarnessOptions {
  const { clockSkew, idpMetadata, entraSeed, record, contract: _contract, json: _json, ...same } = config;
  const inFolder = (path: string) => resolve(io.cwd, path);
  const dataDir = inFolder(config.dataDir);
  return {
    ...present(same),
    dataDir,
    store: config.store ?? `sqlite:${resolve(dataDir, 'logins.db')}`,
    clockSkewMs: clockSkew * 1000,
    // At `info` every login is announced in words already; the log adds what breaks.
    logLevel: config.logLevel === 'info' ? 'error' : config.logLevel,
    clock: io.clock,
    random: io.random,
    ...present({
      idpMetadata: idpMetadata && (/^https?:/i.test(idpMetadata) ? idpMetadata : inFolder(idpMetadata)),
      entraSeed: entraSeed && inFolder(entraSeed),
      record: record && inFolder(record),
    }),
  };
}

function greet(facts: Welcome, config: Config, io: CliIo): void {
  io.stdout.write(config.json ? `${JSON.stringify(facts)}\n` : welcomeText(facts, wantsColor(io, io.stdout)));
}

/** One line per login: what a person at the terminal wants to see come in. Without a person there it names nobody. */
function announce(login: AnsweredLogin, harness: Harness, config: Config, io: CliIo): void {
  const url = `${harness.url}/logins/${login.id}`;
  if (config.json) {
    const { id, accepted, flow, diagnosis } = login;
    return void io.stdout.write(
      `${JSON.stringify({ login: { id, accepted, flow, rootCause: diagnosis.rootCause, url } })}\n`,
    );
  }
  if (config.logLevel !== 'silent') io.stderr.write(`${loginLine(login, io.stderr.isTTY === true)}  ${url}\n`);
}

async function stopped(io: CliIo): Promise<void> {
  const signal = io.stopSignal?.();
  if (signal?.aborted) return;
  await new Promise<void>((done) => signal?.addEventListener('abort', () => done(), { once: true }));
}
