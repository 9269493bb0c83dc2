/** Judges a message built for a test, and tells what one check says of it, in the words a person reads. */
import type { Diagnosis, Finding } from '../../src/diagnosis/check.js';
import { findCheck } from '../../src/diagnosis/checks/index.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import type { Correlation, Expectations, ExpectedServiceProvider } from '../../src/diagnosis/expectations.js';
import { PLACES, REMEDIES } from '../../src/diagnosis/remedies.js';
import type { ReceivedMessage } from '../../src/saml/evidence.js';
import type { Certificate } from '../../src/saml/parties.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import {
  ACS,
  anIdentityProvider,
  aResponse,
  ENTITY_ID,
  GOOD_AT,
  IDP_ENTITY_ID,
  REQUEST_ID,
  type ResponseChange,
} from '../a-response.js';

export interface Settings extends Partial<Omit<Expectations, 'serviceProvider' | 'correlation'>> {
  readonly serviceProvider?: Partial<ExpectedServiceProvider>;
  readonly correlation?: Partial<Correlation>;
  /** Signing certificates of the identity provider; none: nobody knows any. */
  readonly published?: readonly Certificate[];
  readonly decryptionKeys?: readonly string[];
  /** How the message arrived, other than by a proper post. */
  readonly received?: Partial<ReceivedMessage>;
}

/** A change to the good response, or a whole text. */
export type Message = ResponseChange | string;

export const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value;
  return rest;
};

export async function diagnosisOf(message: Message = {}, settings: Settings = {}): Promise<Diagnosis> {
  const { serviceProvider, correlation, published, decryptionKeys = [], received, ...rest } = settings;
  const base64 = typeof message === 'string' ? Buffer.from(message).toString('base64') : aResponse(message).base64;
  const posted: ReceivedMessage = {
    binding: 'HTTP-POST',
    method: 'POST',
    fieldNames: ['SAMLResponse'],
    samlResponse: base64,
    ...received,
  };
  const signingCertificates = published ?? anIdentityProvider().signingCertificates;
  const evidence = await readEvidence(posted, { identityProvider: { signingCertificates }, decryptionKeys });
  return diagnose(evidence, {
    at: GOOD_AT,
    clockSkewMs: 0,
    serviceProvider: {
      profile: 'mimecast',
      entityId: ENTITY_ID,
      assertionConsumerServiceUrl: ACS,
      responseMustBeSigned: false,
      assertionMustBeSigned: false,
      nameIdMustBeEmail: true,
      unsolicitedResponsesAllowed: false,
      ...serviceProvider,
    },
    identityProvider: { entityId: IDP_ENTITY_ID },
    correlation: {
      mode: 'offline',
      // A live harness names the request only when the response does.
      ...(typeof message !== 'string' && message.unsolicited && correlation?.mode === 'live'
        ? {}
        : { requestId: REQUEST_ID }),
      ...correlation,
    },
    ...rest,
  });
}

export async function findingOf(id: string, message?: Message, settings?: Settings): Promise<Finding> {
  const { findings } = await diagnosisOf(message, settings);
  const finding = findings.find((one) => one.id === id);
  if (!finding) throw new Error(`no check ${id}`);
  if (finding.status === 'fail') keepsItsWord(finding);
  return finding;
}

/** A failure is of a kind the check lists, and sends people only where the check says it may. */
function keepsItsWord({ id, kind = '', remedies = [] }: Finding): void {
  const check = findCheck(id);
  if (!check || !Object.hasOwn(check.kinds, kind)) throw new Error(`${id} does not list the kind ${kind}`);
  const places = check.remedies.map((one) => PLACES[REMEDIES[one].place].where);
  const astray = remedies.find(({ where }) => !places.some((place) => where.includes(place)));
  // What Entra's numbers call for is in a table of its own.
  if (astray && kind !== 'aadsts' && !/Service provider|Identity provider/.test(astray.where)) {
    throw new Error(`${id} does not list the place ${astray.where}`);
  }
}

/** What one check says: `pass: ...`, `fail trailing-slash: ...`, `warning sha-1: ...`, `not-applicable: ...`, `blocked: ...`. */
export async function says(id: string, message?: Message, settings?: Settings): Promise<string> {
  const { status, severity, kind, summary } = await findingOf(id, message, settings);
  if (status !== 'fail') return `${status}: ${summary}`;
  return `${severity === 'error' ? 'fail' : severity} ${kind}: ${summary}`;
}

/** Ids of the checks that keep a message from being accepted. */
export async function refusedBy(message?: Message, settings?: Settings): Promise<readonly string[]> {
  const { findings } = await diagnosisOf(message, settings);
  return findings
    .filter(({ severity, status }) => severity === 'error' && !['pass', 'not-applicable'].includes(status))
    .map(({ id }) => id);
}

/** Changes the text before it is signed: what the identity provider said. Fails when there is nothing to change. */
export function edit(from: string | RegExp, to: string, ...more: (string | RegExp)[]): ResponseChange {
  return { before: (xml) => changed(xml, from, to, more) };
}

/** Changes the text after it was signed: what somebody did to it on the way. */
export function tamper(from: string | RegExp, to: string, ...more: (string | RegExp)[]): ResponseChange {
  return { after: (xml) => changed(xml, from, to, more) };
}

function changed(xml: string, from: string | RegExp, to: string, more: readonly (string | RegExp)[]): string {
  const next = xml.replace(from, to);
  if (next === xml) throw new Error(`nothing to change: ${from}`);
  const [again, by, ...rest] = more;
  return again === undefined ? next : changed(next, again, String(by ?? ''), rest);
}
