import { HarnessError } from '../../errors.js';

/** A service provider under test, and how to tell that it has signed somebody in. */
export interface ProbeOptions {
  /** Its AssertionConsumerService. */
  readonly acs: string;
  /** Its Identifier (Entity ID): the audience of the responses. */
  readonly entityId: string;
  /**
   * The evidence: a page that only somebody signed in sees (URL), words of the page on which a login ends (`/…/` or a RegExp), or the
   * name of a cookie that opens that page.
   */
  readonly signedIn: string | RegExp;
  /** Where a login starts at the service provider; without it every response is unsolicited. */
  readonly start?: string;
  /** Ids of the faults to try; default: all. */
  readonly faults?: readonly string[];
  /** User principal name; default `B.Simon@contoso.com`. */
  readonly user?: string;
  /** PEM: the service provider's, for faults of encryption. */
  readonly encryptionCertificate?: string;
  /** Allows hosts beyond loopback. */
  readonly iOwnThisHost?: boolean;
  /** Told of every attempt as it is over. */
  readonly onAttempt?: (attempt: ProbeAttempt) => void;
}

/** One response that was posted to the service provider, and what it made of it. */
export interface ProbeAttempt {
  /** Absent: the good response. */
  readonly fault?: string;
  /** What is wrong with it. */
  readonly title: string;
  /** `unclear`: what came back says neither. `not-tried`: it would say nothing about this service provider. */
  readonly outcome: 'let-in' | 'refused' | 'unclear' | 'not-tried';
  /** What the outcome is judged by. */
  readonly evidence: string;
  /** `error`: an attack, or a rule that is there for security; `advice`: form, or one vendor's own rule. */
  readonly weight: 'control' | 'error' | 'advice';
  /** Ids of our checks that fail. */
  readonly caughtBy: readonly string[];
}

/** What a service provider lets in. */
export interface ProbeReport {
  /** Where the responses were posted. */
  readonly acs: string;
  /** Whom they were for. */
  readonly entityId: string;
  /** Whether they answered requests of the service provider. */
  readonly flow: 'sp-initiated' | 'idp-initiated';
  /** No fault of weight `error` was let in. */
  readonly healthy: boolean;
  /** The good response first. */
  readonly attempts: readonly ProbeAttempt[];
}

export type Witness =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'words'; readonly pattern: RegExp }
  | { readonly kind: 'cookie'; readonly name: string };

/** @throws HarnessError `ARGUMENT_INVALID`. */
export function witnessOf({ signedIn, acs }: ProbeOptions): Witness {
  if (signedIn instanceof RegExp)
    return { kind: 'words', pattern: new RegExp(signedIn.source, signedIn.flags.replace(/[gy]/g, '')) };
  if (/^https?:\/\//i.test(signedIn)) return { kind: 'page', url: signedIn };
  const written = /^\/(.+)\/([imsu]*)$/s.exec(signedIn);
  if (written) return { kind: 'words', pattern: expression(written[1] ?? '', written[2] ?? '') };
  if (signedIn.startsWith('/')) return { kind: 'page', url: new URL(signedIn, acs).href };
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(signedIn)) return { kind: 'cookie', name: signedIn };
  throw invalid(`"${signedIn}" is neither a URL, nor a /pattern/, nor the name of a cookie.`);
}

function expression(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw invalid((error as Error).message);
  }
}

/** @throws HarnessError `HOST_NOT_YOURS`, `ARGUMENT_INVALID`. */
export function refuseForeignHosts({ acs, start, iOwnThisHost }: ProbeOptions, witness: Witness): void {
  for (const url of [acs, start, witness.kind === 'page' ? witness.url : undefined]) {
    if (url === undefined) continue;
    if (!URL.canParse(url) || !/^https?:/i.test(url)) throw invalid(`"${url}" is not an http(s) URL.`);
    if (iOwnThisHost || isLoopback(new URL(url))) continue;
    throw new HarnessError(
      'HOST_NOT_YOURS',
      `${new URL(url).host} is not this machine, and a probe is an attack on whoever did not ask for it.`,
      'Probe a service provider on localhost, or say --i-own-this-host if it is yours.',
    );
  }
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

const invalid = (message: string) =>
  new HarnessError('ARGUMENT_INVALID', message, 'saml-rehearsal probe --help shows what can be given.');
