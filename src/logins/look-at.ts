import type { Expectations } from '../diagnosis/expectations.js';
import { readCertificates } from '../saml/certificates.js';
import type { ReceivedMessage } from '../saml/evidence.js';
import type { IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { readEvidence } from '../saml/read-evidence.js';
import { readXml } from '../saml/read-xml.js';
import type { XmlLimits } from '../saml/xml.js';
import type { Directory } from '../sp/directory.js';
import type { SecondOpinionSource } from '../sp/second-opinion.js';
import { vendorNamed } from '../sp/vendors.js';
import { askedFor } from './asked-for.js';
import { expectLogin } from './expect-login.js';
import { issuedAt, judge } from './judge.js';
import type { AnsweredLogin, SecondOpinion, SentRequest, SettingsSnapshot } from './login.js';
import { askSecondOpinion } from './second-opinion.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { snapshotOf } from './snapshot.js';

/** The AuthnRequest given beside a message. */
export interface GivenRequest {
  readonly id?: string;
  readonly xml?: string;
}

/**
 * Judges a message against the present settings without recording it and without asking or changing what is remembered.
 *
 * @param request the AuthnRequest found beside it: the response has to answer this one
 */
export async function lookAtMessage(
  settings: SignOnSettings,
  directory: Directory,
  message: ReceivedMessage,
  at: Date | 'issued',
  now: Date,
  request: GivenRequest = {},
  limits?: XmlLimits,
): Promise<AnsweredLogin> {
  const { identityProvider, decryptionKeys, account } = settings;
  const evidence = await readEvidence(message, { identityProvider, decryptionKeys }, limits);
  const instant = at === 'issued' ? (issuedAt(evidence) ?? now) : at;
  const acsUrl = account.assertionConsumerServiceUrl;
  const { replay: _, ...expected } = expectLogin(settings, directory, evidence, {}, { at: instant, acsUrl });
  const { diagnosis, ...said } = judge(
    evidence,
    {
      ...expected,
      correlation: {
        mode: 'offline',
        ...present({ requestId: request.id, requestXml: request.xml }),
        ...askedFor(request.xml),
      },
    },
    settings.contract,
  );
  const { binding, samlResponse, relayState, fieldNames, oversize } = message;
  const address = directory.find(said.assertion?.subject?.nameId ?? '');
  return {
    id: 'decoded',
    state: 'answered',
    flow: evidence.response?.inResponseTo === undefined ? 'idp-initiated' : 'sp-initiated',
    accountCode: account.accountCode,
    region: account.region,
    received: { at: instant.toISOString(), binding, ...present({ samlResponse, relayState, fieldNames, oversize }) },
    ...present({ request: sentRequest(request, instant) }),
    settings: snapshotOf(settings, acsUrl),
    accepted: diagnosis.accepted,
    ...said,
    user: address ? { email: address.email, globalName: address.globalName, roles: address.roles } : null,
    diagnosis,
  };
}

function sentRequest({ id, xml }: GivenRequest, instant: Date): SentRequest | undefined {
  if (id === undefined || xml === undefined) return undefined;
  const root = readXml(xml).document?.root;
  const given = (name: string) => root?.attributes.find(({ localName, prefix }) => prefix === '' && localName === name);
  return {
    id,
    xml,
    sentAt: given('IssueInstant')?.value ?? instant.toISOString(),
    destination: given('Destination')?.value ?? '',
    binding: 'HTTP-POST',
  };
}

/** What node-saml says of a recorded login, at its own instant and with its own settings. */
export async function secondOpinionOn(
  source: SecondOpinionSource,
  login: AnsweredLogin,
  decryptionKeys: readonly string[],
  limits?: XmlLimits,
): Promise<SecondOpinion> {
  const { settings, received, request, diagnosis } = login;
  const identityProvider: IdentityProvider = {
    ...present({ entityId: settings.idpEntityId }),
    signingCertificates: settings.idpSigningCertificates.flatMap((pem) => readCertificates(pem)),
  };
  const evidence = await readEvidence(received, { identityProvider, decryptionKeys }, limits);
  const expected = recordedExpectations(settings, new Date(received.at), request?.id);
  return askSecondOpinion(source, { evidence, expected, identityProvider, decryptionKeys, diagnosis });
}

function recordedExpectations(settings: SettingsSnapshot, at: Date, requestId: string | undefined): Expectations {
  const vendor = vendorNamed(settings.profile, settings.entityId);
  return {
    at,
    clockSkewMs: settings.clockSkewMs,
    serviceProvider: {
      profile: settings.profile,
      ...present({ entityId: settings.entityId, assertionConsumerServiceUrl: settings.acsUrl }),
      responseMustBeSigned: vendor.responseMustBeSigned.value,
      assertionMustBeSigned: vendor.assertionMustBeSigned.value,
      nameIdMustBeEmail: vendor.nameIdMustBeEmail.value,
      unsolicitedResponsesAllowed: settings.unsolicitedResponsesAllowed,
    },
    identityProvider: present({ entityId: settings.idpEntityId }),
    correlation: { mode: 'offline', ...present({ requestId }) },
  };
}
