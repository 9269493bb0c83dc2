/** The commands with their flags and help. What they do is loaded when one is run. */

import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type CliIo, wantsColor, widthOf } from './cli-io.js';
import { defineBrowser } from './definitions/browser.js';
import { defineCheck } from './definitions/check.js';
import { defineDecode } from './definitions/decode.js';
import { defineDiagnose } from './definitions/diagnose.js';
import { defineExplain } from './definitions/explain.js';
import { defineFaults } from './definitions/faults.js';
import { defineLogins } from './definitions/logins.js';
import { definePreflight } from './definitions/preflight.js';
import { defineProbe } from './definitions/probe.js';
import { defineReplay } from './definitions/replay.js';
import { defineStart } from './definitions/start.js';
import { defineWait } from './definitions/wait.js';

/**
 * @param done takes the exit code of the command that ran
 * @param asJson errors of use are JSON, too
 */
export function createProgram(io: CliIo, done: (code: number) => void, asJson = false): Command {
  const program = new Command('saml-rehearsal')
    .description('Rehearse Entra ID to Mimecast single sign-on, and find out why a SAML login fails.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => widthOf(io, io.stdout),
      getErrHelpWidth: () => widthOf(io, io.stderr),
      getOutHasColors: () => wantsColor(io, io.stdout),
      getErrHasColors: () => wantsColor(io, io.stderr),
      outputError: (text, write) => write(asJson ? usageAsJson(text) : text.replace(/^error: /, 'USAGE: ')),
    })
    .showSuggestionAfterError()
    .showHelpAfterError(asJson ? false : '(--help lists the flags, with examples)')
    .addHelpText('after', EXIT_CODES);
  for (const define of COMMANDS) define(program, io, done);
  return program;
}

function usageAsJson(text: string): string {
  const message = text.replace(/^error: /, '').trim();
  const remedy = 'saml-rehearsal --help lists the commands; --help after a command its flags, with examples.';
  return `${JSON.stringify({ error: { code: 'USAGE', message, remedy } })}\n`;
}

const COMMANDS: readonly Define[] = [
  defineStart,
  defineDiagnose,
  defineDecode,
  defineCheck,
  defineExplain,
  defineFaults,
  definePreflight,
  defineLogins,
  defineWait,
  defineReplay,
  defineProbe,
  defineBrowser,
];

export type Define = (program: Command, io: CliIo, done: (code: number) => void) => void;

const EXIT_CODES = `
Exit codes: 0 healthy, 1 findings, 2 usage or configuration, 70 a fault of this program.
Data goes to stdout, words to stderr; NO_COLOR and FORCE_COLOR are respected.`;

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
