/** What cannot be started, and in which words. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HarnessOptions } from '../../src/index.js';
import { start } from './running.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harness-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (options: HarnessOptions) => start(options).catch((error: unknown) => error);

describe('What cannot be started is refused in words:', () => {
  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(await refusal({ port })).toMatchObject({
      code: 'PORT_TAKEN',
      message: `Port ${port} is taken by another program.`,
      remedy: 'Give another port with --port; 0 takes any free one.',
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('an address beyond this machine without a token, and the stand-in with one', async () => {
    expect(await refusal({ host: '0.0.0.0' })).toMatchObject({ code: 'TOKEN_REQUIRED' });
    expect(await refusal({ host: '::', entra: false })).toMatchObject({ code: 'TOKEN_REQUIRED' });
    expect(await refusal({ host: '0.0.0.0', token: 'a-long-enough-token' })).toMatchObject({
      code: 'TEST_IDP_EXPOSED',
    });
  });

  it('a token that is quickly guessed, where others could try', async () => {
    expect(await refusal({ host: '0.0.0.0', token: 'short', entra: false })).toMatchObject({
      code: 'TOKEN_WEAK',
      message: 'The token has 5 characters; on 0.0.0.0 others can try it.',
    });
  });

  it('an option that is none, with the one that was meant: JavaScript would let it pass', async () => {
    expect(await refusal({ acountCode: 'C1A2', retan: 5, zzz: 1 } as object)).toMatchObject({
      code: 'CONFIG_INVALID',
      message: [
        'acountCode is not an option of createHarness; did you mean accountCode?',
        'retan is not an option of createHarness; did you mean retain?',
        'zzz is not an option of createHarness',
      ].join('\n'),
    });
  });

  it('a store that is none', async () => {
    expect(await refusal({ store: 'mysql://x' })).toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('a port and a log level that are none', async () => {
    expect(await refusal({ port: 70_000 })).toMatchObject({
      code: 'CONFIG_INVALID',
      message: '70000 is no port.',
      remedy: 'Give a whole number from 0 to 65535 with --port; 0 takes any free port.',
    });
    expect(await refusal({ logLevel: 'loud' } as object)).toMatchObject({
      code: 'CONFIG_INVALID',
      message: '"loud" is no log level.',
      remedy: 'Give one of fatal, error, warn, info, debug, trace, silent.',
    });
  });

  it('and leaves nothing open: a store that was opened for it is closed', async () => {
    const file = join(folder, 'logins.db');
    expect(await refusal({ store: `sqlite:${file}`, trustProxy: 'a name' })).toMatchObject({ code: 'CONFIG_INVALID' });
    // Closing it writes home what was logged ahead.
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });
});
