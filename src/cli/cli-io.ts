/** What a command may touch of the world outside. Tests hand in their own. */

import type { Clock, Random } from '../clock.js';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  /** Data only. */
  readonly stdout: Output;
  /** Words: progress, hints, errors. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborted when the user asks to stop (SIGINT, SIGTERM). Asked for only by commands that stay, so that Ctrl-C ends all others at once. */
  readonly stopSignal?: () => AbortSignal;
}

/** `NO_COLOR` and `FORCE_COLOR` as no-color.org and Node read them; else colour on a terminal. */
export function wantsColor({ env }: Pick<CliIo, 'env'>, output: Output): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

const WIDEST = 120;

/** Columns to fill: the terminal's, at most 120; 100 where there is none. */
export function widthOf({ env }: Pick<CliIo, 'env'>, output: Output): number {
  const columns = output.columns ?? Number.parseInt(env['COLUMNS'] ?? '', 10);
  return Number.isFinite(columns) && columns > 0 ? Math.min(columns, WIDEST) : 100;
}
