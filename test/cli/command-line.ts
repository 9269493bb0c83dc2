/** Runs command lines in this process, in a folder of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import type { Clock } from '../../src/clock.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly now?: Date;
  readonly clock?: Clock;
  readonly isTTY?: boolean;
  /** Asks the command to stop. */
  readonly stop?: AbortSignal;
  /** Told of everything that is written to stdout. */
  readonly onOut?: (text: string) => void;
}

/** A folder with these files, and a way to run the CLI in it. */
export function inFolder(files: Record<string, string | Uint8Array> = {}) {
  const state = { cwd: '' };
  beforeAll(() => {
    state.cwd = mkdtempSync(join(tmpdir(), 'cli-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(state.cwd, name), content);
  });
  afterAll(() => rmSync(state.cwd, { recursive: true, force: true }));
  return {
    path: (name: string) => join(state.cwd, name),
    run: async (
      argv: readonly string[],
      { stdin, env = {}, now, isTTY = false, stop, onOut, clock }: Around = {},
    ): Promise<Ran> => {
      const written = { out: '', err: '' };
      const output = (name: 'out' | 'err') => ({
        isTTY,
        columns: 100,
        write: (text: string) => {
          written[name] += text;
          if (name === 'out') onOut?.(text);
        },
      });
      const code = await runCli(argv, {
        stdin: stdinOf(stdin),
        stdout: output('out'),
        stderr: output('err'),
        env,
        cwd: state.cwd,
        ...(stop && { stopSignal: () => stop }),
        ...(now && { clock: { now: () => now } }),
        ...(clock && { clock }),
      });
      return { code, ...written };
    },
  };
}

async function* stdinOf(text = '') {
  yield Buffer.from(text);
}
