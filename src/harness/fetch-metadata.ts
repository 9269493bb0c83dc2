import { type LookupAddress, lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { HarnessError } from '../errors.js';
import { isPrivateAddress } from './private-network.js';

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 3;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Host name → its addresses. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface FetchOptions {
  /** For a harness that others can reach: no address of this machine or a private network is asked, whatever its name. */
  readonly refusePrivate?: boolean;
  readonly resolve?: ResolveHost;
}

/**
 * Metadata from the network: https, or http on this machine; at most three redirects, each under the same rules, 1 MiB, ten
 * seconds in all. A name is resolved once, and the address that was looked at is the one that is asked.
 *
 * @throws HarnessError `METADATA_UNREACHABLE`.
 */
export async function fetchMetadata(url: string, options: FetchOptions = {}): Promise<string> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) {
    const remedy = 'Give the App Federation Metadata Url of the application.';
    throw new HarnessError('METADATA_UNREACHABLE', `${url} is not an http or https URL.`, remedy);
  }
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    let next = new URL(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      refuseAddress(next, options);
      const response = await ask(next, options, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        next = redirected(next, headers.location);
        continue;
      }
      if (statusCode === 200) return await readCapped(response);
      response.destroy();
      throw new Error(`the server answered ${statusCode}`);
    }
    throw new Error(`it redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    const why = signal.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : (error as Error).message;
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `The metadata at ${url} cannot be fetched: ${why}`,
      'Check the App Federation Metadata Url and the network, or download the file and give its path.',
      { cause: error },
    );
  }
}

/** A server of the internet must not send this harness to one of this machine. */
function redirected(from: URL, location: string): URL {
  const to = new URL(location, from);
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw new Error(`it redirects to ${to.href}`);
  return to;
}

function refuseAddress({ protocol, hostname, href }: URL, { refusePrivate }: FetchOptions): void {
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.includes(hostname))) {
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `${href} is not fetched: plain http is only for this machine.`,
      'Give an https URL, or download the file and give its path.',
    );
  }
  // An address literal is never resolved, so it is looked at here.
  if (refusePrivate && isPrivateAddress(hostname)) throw privateRefusal(href, hostname);
}

function privateRefusal(href: string, address: string): HarnessError {
  return new HarnessError(
    'METADATA_UNREACHABLE',
    `${href} is not fetched: ${address} is an address of a private network, and this harness can be reached by others.`,
    'Download the metadata and import it as a file or as XML, or run the harness on localhost.',
  );
}

function ask(url: URL, { refusePrivate, resolve = resolveHost }: FetchOptions, signal: AbortSignal) {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const guarded: LookupFunction = (hostname, _how, done) => {
    resolve(hostname).then(
      (addresses) => {
        const inside = refusePrivate ? addresses.find(({ address }) => isPrivateAddress(address)) : undefined;
        if (inside) return done(privateRefusal(url.href, `${hostname} (${inside.address})`), []);
        return done(null, [...addresses]);
      },
      done as (error: NodeJS.ErrnoException) => void,
    );
  };
  return new Promise<IncomingMessage>((settle, reject) => {
    const headers = { accept: 'application/samlmetadata+xml, application/xml', 'user-agent': 'saml-rehearsal' };
    get(url, { signal, headers, lookup: guarded, agent: false }, settle).once('error', reject);
  });
}

const resolveHost: ResolveHost = (hostname) =>
  new Promise((settle, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : settle(addresses)));
  });

async function readCapped(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('it is larger than 1 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
