/** The built program as a process of its own, and responses that it accepts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResponse } from '../../src/index.js';
import { testKey } from '../keys.js';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

const MAIN = 'dist/bundle/main.js';

/** Starts it without the stand-in on a free port; resolves when it serves, throws what it says when it does not. */
export async function startProgram(folder: string, ...flags: string[]): Promise<Program> {
  const metadata = join(folder, 'metadata.xml');
  const { identityProvider, serviceProvider } = await goodResponse();
  writeFileSync(metadata, identityProvider.metadata);
  const { entityId, assertionConsumerServiceUrl } = serviceProvider;
  const trusting = ['--no-entra', '--idp-metadata', metadata, '--entity-id', entityId];
  const where = ['--acs-url', assertionConsumerServiceUrl, '--data-dir', join(folder, 'data'), '--port', '0'];
  const argv = [MAIN, 'start', '--json', ...trusting, ...where, ...flags];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, err }));
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n') && !out.startsWith('\n')) resolve(JSON.parse(out.split('\n')[0] ?? '').url);
    });
    void ended.then((how) => reject(new Error(`it ended at once: ${JSON.stringify(how)}`)));
  });
  return { url, child, ended };
}

/** A response that was not sent before, and that the program accepts. */
export const goodResponse = () => createResponse({ key: testKey('idp') });

/** Posts as a browser does; the answer is not followed. */
export const post = (url: string, samlResponse: string, path = '/login/saml'): Promise<Response> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ SAMLResponse: samlResponse }).toString(),
  });

interface Listed {
  readonly id: string;
  readonly accepted: boolean;
  readonly assertion?: { readonly id: string };
}

/** Every login the program has, over its API, page by page. */
export async function allLogins(url: string): Promise<Listed[]> {
  const all: Listed[] = [];
  let after = '';
  do {
    const answer = await fetch(`${url}/api/v1/logins?limit=500${after && `&after=${after}`}`);
    const page = (await answer.json()) as { logins: Listed[]; next?: string };
    all.push(...page.logins);
    after = page.next ?? '';
  } while (after !== '');
  return all;
}

export const assertionIdOf = (xml: string): string => /<(?:\w+:)?Assertion [^>]*\bID="([^"]+)"/.exec(xml)?.[1] ?? '';
