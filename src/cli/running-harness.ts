/** Asking a harness that runs somewhere else. */

import { DEFAULT_PORTS } from '../config/default-ports.js';
import { HarnessError } from '../errors.js';
import type { CliIo } from './cli-io.js';

export interface HarnessFlags {
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

const DEFAULT_URL = `http://localhost:${DEFAULT_PORTS.port}`;

/**
 * An answer of the API, undefined for 204.
 *
 * @throws HarnessError `HARNESS_UNREACHABLE`, `TOKEN_REQUIRED`, or what the API itself says
 */
export async function askHarness(path: string, flags: HarnessFlags, io: CliIo, signal?: AbortSignal): Promise<unknown> {
  const base = harnessOrigin(flags.url, io);
  const token = flags.token ?? io.env['SAML_REHEARSAL_TOKEN'];
  const url = `${base}/api/v1${path}`;
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw stoppedWaiting();
    throw unreachable(base, error);
  });
  if (response.status === 204) return undefined;
  if (response.status === 401) {
    throw new HarnessError(
      'TOKEN_REQUIRED',
      `${base} asks for a token.`,
      'Give it with --token or SAML_REHEARSAL_TOKEN.',
    );
  }
  const body = (await response.json().catch(() => undefined)) as
    | { error?: { code: string; message: string; remedy: string } }
    | undefined;
  if (response.ok && body !== undefined) return body;
  const { code, message, remedy } = body?.error ?? {
    code: 'HARNESS_UNREACHABLE',
    message: `${url} answered ${response.status}, and not as a harness would.`,
    remedy: 'Give the origin of the service provider with --url.',
  };
  throw new HarnessError(code, message, remedy);
}

/** Where the harness runs, without a slash at the end. */
export function harnessOrigin(url: string | undefined, io: CliIo): string {
  return (url ?? io.env['SAML_REHEARSAL_URL'] ?? DEFAULT_URL).replace(/\/+$/, '');
}

function stoppedWaiting(): HarnessError {
  return new HarnessError('STOPPED', 'Stopped before a login came.', 'Run it again when somebody is about to sign in.');
}

function unreachable(base: string, error: unknown): HarnessError {
  const { message, cause } = error as Error;
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return new HarnessError(
    'HARNESS_UNREACHABLE',
    `No harness answers at ${base}: ${reason}.`,
    'Start one with saml-rehearsal start, or give its origin with --url or SAML_REHEARSAL_URL.',
    { cause: error },
  );
}
