/** A failure somebody reported in public, and what our user has to be told about it. */
import { AADSTS } from '../../src/diagnosis/aadsts-table.js';
import { PERSONAS, TUTORIAL_USERS } from '../../src/entra/personas.js';
import { seededRandom } from '../../src/entra/seeded-random.js';
import { createEntraStandIn, type EntraStandIn } from '../../src/entra/stand-in.js';
import { HarnessError } from '../../src/errors.js';
import { type AuthnRequestPlan, writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { ACS, ENTITY_ID, GOOD_AT } from '../a-response.js';
import { diagnosisOf, type Message, type Settings } from '../diagnosis/judged.js';
import { testKey } from '../keys.js';

export type Side = 'IdP administrator' | 'SP administrator' | 'developer' | 'nobody';

export interface Told {
  /** The root cause: a check id, an AADSTS number, or `accepted`. */
  readonly cause: string;
  /** Who has to act on it first. */
  readonly side: Side;
  /** Everybody a remedy is named for. */
  readonly sides: readonly Side[];
  readonly sentence: string;
}

export interface Story {
  /** `E1` for one told of Entra, `U13a` for one told by users of service providers. */
  readonly id: string;
  readonly title: string;
  readonly tell: () => Promise<Told>;
  readonly cause: string;
  readonly side: Side;
  /** Words the sentence must contain. */
  readonly says: string | RegExp;
}

/** A response judged; `warning` asks for what a check warns of in a login that is accepted. */
export async function judged(message: Message, settings: Settings = {}, warning?: string): Promise<Told> {
  const diagnosis = await diagnosisOf(message, settings);
  const cause = warning ?? diagnosis.rootCause ?? 'accepted';
  const finding = diagnosis.findings.find(({ id, status }) => id === cause && status === 'fail');
  if (!finding) return { cause: 'accepted', side: 'nobody', sides: [], sentence: 'The login is accepted.' };
  const sides = [...new Set((finding.remedies ?? []).map(({ who }) => who))];
  return {
    cause: finding.id,
    side: finding.remedy?.who ?? 'nobody',
    sides,
    sentence: [finding.summary, finding.expected, finding.actual].join(' '),
  };
}

/** A tenant as the tutorial leaves it, with every persona in it. */
export function aTenant(): EntraStandIn {
  return createEntraStandIn({
    clock: { now: () => GOOD_AT },
    random: seededRandom('stories'),
    keys: { load: async (name) => testKey(name === 'saml-signing-1' ? 'idp' : 'tenant'), save: async () => undefined },
    origin: () => 'http://127.0.0.1:7011',
    application: { identifiers: [ENTITY_ID], replyUrls: [ACS] },
    users: [...TUTORIAL_USERS, ...PERSONAS],
    assignments: TUTORIAL_USERS.map(({ userPrincipalName }) => userPrincipalName),
  });
}

/** What the tenant says to a request: the error page, explained. */
export async function asked(
  request: Partial<AuthnRequestPlan> = {},
  { user = 'B.Simon@contoso.com', tenant = aTenant() }: { readonly user?: string; readonly tenant?: EntraStandIn } = {},
): Promise<Told> {
  const plan = { id: '_a1', issueInstant: GOOD_AT, issuer: ENTITY_ID, assertionConsumerServiceUrl: ACS, ...request };
  const answer = await tenant.answer({ kind: 'sp-initiated', user, requestXml: writeAuthnRequest(plan) });
  if (answer.kind !== 'refused') return { cause: 'answered', side: 'nobody', sides: [], sentence: '' };
  return explained(answer.aadsts, answer.text);
}

export function explained(number: number, text: string): Told {
  const entry = AADSTS.get(number);
  if (!entry) throw new HarnessError('STORY', `AADSTS${number} is not in the table: ${text}`, 'Add it.');
  return {
    cause: `AADSTS${number}`,
    side: entry.who,
    sides: [entry.who],
    sentence: `${text} ${entry.cause} ${entry.fix}`,
  };
}
