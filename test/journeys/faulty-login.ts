/** One login with one fault, from the stand-in's form to a diagnosis, everything else being as it should be. */

import { evaluateContract } from '../../src/contract/evaluate.js';
import type { Diagnosis } from '../../src/diagnosis/check.js';
import type { Expectations } from '../../src/diagnosis/expectations.js';
import type { Fault } from '../../src/entra/fault.js';
import type { PostedAnswer } from '../../src/entra/respond.js';
import type { EntraStandIn } from '../../src/entra/stand-in.js';
import { judge } from '../../src/logins/judge.js';
import type { SecondOpinion } from '../../src/logins/login.js';
import { askSecondOpinion } from '../../src/logins/second-opinion.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import type { Evidence, ReceivedMessage } from '../../src/saml/evidence.js';
import { AUTHN_CONTEXT, NAME_ID_FORMAT } from '../../src/saml/names.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import { writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import type { SecondOpinionSource } from '../../src/sp/second-opinion.js';
import { ACS, AT, aStandIn, ENTITY_ID } from '../a-stand-in.js';
import { testKey } from '../keys.js';

const REQUEST_ID = '_5a2f1c0e9b8d47c6a3f0';
const EARLIER_ID = '_0f3c6a74d8b9e0c1f2a5';
const KNOWN = ['B.Simon@contoso.com', 'Adele.Vance@contoso.com', 'Lidia.Holloway@contoso.com'];

export interface FaultyLogin {
  readonly diagnosis: Diagnosis;
  readonly evidence: Partial<Evidence>;
  readonly verified: boolean;
  readonly answer: PostedAnswer;
  readonly opinion?: SecondOpinion;
}

/** Signs B.Simon in with these faults; `asIfFor` sets the scene those faults need without applying them. */
export async function faultyLogin(
  faults: readonly Fault[],
  source?: SecondOpinionSource,
  asIfFor: readonly Fault[] = faults,
): Promise<FaultyLogin> {
  const scene = sceneFor(asIfFor);
  const entra = aStandIn(faults.map(({ id }) => id).join(), { application: scene.application });
  const earlier = asIfFor.some(({ needsEarlierLogin }) => needsEarlierLogin)
    ? await ask(entra, EARLIER_ID, [], scene)
    : undefined;
  const answer = await ask(entra, REQUEST_ID, faults, scene);
  const evidence = await readEvidence(received(answer), { identityProvider: idp, decryptionKeys });
  const earlierEvidence = earlier && (await readEvidence(received(earlier), { identityProvider: idp, decryptionKeys }));
  const expected = expectations(evidence, scene, earlierEvidence?.assertion?.id);
  const judged = judge(evidence, { ...expected, ...contractFacts(scene, evidence, expected) });
  const asked = { evidence, expected, identityProvider: idp, decryptionKeys, diagnosis: judged.diagnosis };
  const opinion = source && (await askSecondOpinion(source, asked));
  return { diagnosis: judged.diagnosis, evidence, verified: judged.verified, answer, ...(opinion && { opinion }) };
}

interface Scene {
  readonly application: object;
  readonly unsolicitedResponsesAllowed: boolean;
  readonly responseMustBeSigned: boolean;
  readonly assertionMustBeSigned: boolean;
  readonly requestedAuthnContexts?: readonly string[];
  readonly relayState?: string;
  readonly hasContract: boolean;
}

/** What a check needs to have something to say: an encryption key, a contract, a requested class. */
function sceneFor(faults: readonly Fault[]): Scene {
  const catches = (id: string) => faults.some(({ caughtBy }) => caughtBy.includes(id));
  return {
    application: {
      ...(faults.some(({ needsEncryptionCertificate }) => needsEncryptionCertificate) && {
        tokenEncryptionCertificate: testKey('sp').certificatePem,
      }),
      // AES-CBC is only well under a signature.
      ...(catches('encryption-not-weak') && { signingOption: 'Sign SAML response and assertion' }),
      ...(catches('response-signed-when-required') && { signingOption: 'Sign SAML response and assertion' }),
    },
    responseMustBeSigned: catches('response-signed-when-required'),
    assertionMustBeSigned: catches('assertion-signed-when-required'),
    unsolicitedResponsesAllowed: false,
    ...(catches('authn-context-as-requested') && { requestedAuthnContexts: [AUTHN_CONTEXT.password] }),
    ...(catches('relay-state-returned') && { relayState: 'relay-1' }),
    hasContract: catches('claims-satisfy-contract'),
  };
}

const decryptionKeys = [testKey('sp').privateKeyPem];
const idp = {
  entityId: `https://sts.windows.net/${aStandIn().tenant.id}/`,
  signingCertificates: [certificateFromPem(testKey('idp').certificatePem)],
};

async function ask(
  entra: EntraStandIn,
  id: string,
  faults: readonly Fault[],
  { relayState }: Scene,
): Promise<PostedAnswer> {
  const requestXml = requestFor(entra, id);
  const user = 'B.Simon@contoso.com';
  const answer = await entra.answer({
    kind: 'sp-initiated',
    requestXml,
    ...(relayState !== undefined && { relayState }),
    user,
    faults: faults.map((fault) => fault.id),
  });
  if (answer.kind !== 'post') throw new Error(`the stand-in did not answer: ${JSON.stringify(answer)}`);
  return answer;
}

function requestFor(entra: EntraStandIn, id: string): string {
  return writeAuthnRequest({
    id,
    issueInstant: AT,
    destination: entra.loginUrl(),
    issuer: ENTITY_ID,
    assertionConsumerServiceUrl: ACS,
  });
}

/** The form as a service provider would see it. */
export function received({ fields, delivery }: PostedAnswer): ReceivedMessage {
  const value = (name: string) => fields.find(([field]) => field === name)?.[1];
  const [samlResponse, relayState] = [value('SAMLResponse'), value('RelayState')];
  return {
    binding: 'HTTP-POST',
    method: delivery?.method === 'get' ? 'GET' : 'POST',
    ...(delivery?.enctype && { contentType: delivery.enctype }),
    fieldNames: fields.map(([name]) => name),
    ...(samlResponse !== undefined && { samlResponse }),
    ...(relayState !== undefined && { relayState }),
  };
}

function expectations(evidence: Partial<Evidence>, scene: Scene, earlierAssertionId: string | undefined): Expectations {
  const inResponseTo = evidence.response?.inResponseTo;
  const known = { [REQUEST_ID]: 'pending', [EARLIER_ID]: 'already-used' } as const;
  const state = inResponseTo === undefined ? undefined : known[inResponseTo as keyof typeof known];
  const nameId = evidence.assertion?.subject?.nameIds[0]?.value;
  const email = KNOWN.find((address) => address.toLowerCase() === nameId?.toLowerCase());
  const isReplay = earlierAssertionId !== undefined && evidence.assertion?.id === earlierAssertionId;
  return {
    at: AT,
    clockSkewMs: 180_000,
    serviceProvider: {
      profile: 'mimecast',
      entityId: ENTITY_ID,
      assertionConsumerServiceUrl: ACS,
      knownUrls: [{ url: 'https://eu-api.mimecast.com/login/sso/mpp', what: 'the Personal Portal' }],
      responseMustBeSigned: scene.responseMustBeSigned,
      assertionMustBeSigned: scene.assertionMustBeSigned,
      nameIdMustBeEmail: true,
      nameIdFormat: NAME_ID_FORMAT.emailAddress,
      unsolicitedResponsesAllowed: scene.unsolicitedResponsesAllowed,
    },
    identityProvider: { entityId: idp.entityId },
    correlation: {
      mode: 'live',
      ...(inResponseTo !== undefined && { state: state ?? 'unknown' }),
      ...(state && { requestSentAt: AT }),
      ...(state && inResponseTo !== undefined && { requestId: inResponseTo }),
      ...(state && scene.relayState !== undefined && { sentRelayState: scene.relayState }),
      ...(scene.requestedAuthnContexts && { requestedAuthnContexts: scene.requestedAuthnContexts }),
    },
    directory: {
      ...(email !== undefined && { match: { email } }),
      domains: ['contoso.com'],
      addressCount: KNOWN.length,
    },
    replay: isReplay ? { firstAcceptedAt: AT, firstLoginId: 'earlier' } : {},
  };
}

function contractFacts(
  scene: Scene,
  evidence: Partial<Evidence>,
  expected: Expectations,
): Pick<Expectations, 'contract'> {
  if (!scene.hasContract) return {};
  const { claims, verified, assertion } = judge(evidence, expected);
  const facts = { claims, verified, ...(assertion && { assertion }) };
  const violations = evaluateContract({ claims: { emailaddress: 'required' } }, facts as never);
  return { contract: { name: 'claims.yaml', violations } };
}
