import type { Expectations } from '../diagnosis/expectations.js';
import type { ReceivedMessage } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import { readEvidence } from '../saml/read-evidence.js';
import { readXml } from '../saml/read-xml.js';
import type { XmlLimits } from '../saml/xml.js';
import type { Directory } from '../sp/directory.js';
import { askedFor } from './asked-for.js';
import { expectLogin } from './expect-login.js';
import { issuedAt, judge } from './judge.js';
import type { AnsweredLogin, SentRequest } from './login.js';
import { flowOf, matchedUser } from './made-login.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { snapshotOf } from './snapshot.js';

/** The AuthnRequest given beside a message. */
export interface GivenRequest {
  readonly id?: string;
  readonly xml?: string;
}

/** When and how it is looked at. */
export interface Look {
  /** `issued`: the IssueInstant of the Response, else of the Assertion, else `now`. */
  readonly at: Date | 'issued';
  readonly now: Date;
  /** Found beside the message: the response has to answer this one. */
  readonly request?: GivenRequest;
  /** How large it may be; default: `DEFAULT_XML_LIMITS`. */
  readonly limits?: XmlLimits;
}

/** Judges a message against the present settings without recording it and without asking or changing what is remembered. */
export async function lookAtMessage(
  settings: SignOnSettings,
  directory: Directory,
  message: ReceivedMessage,
  { at, now, request = {}, limits }: Look,
): Promise<AnsweredLogin> {
  const { identityProvider, decryptionKeys, account } = settings;
  const evidence = await readEvidence(message, { identityProvider, decryptionKeys }, limits);
  const instant = at === 'issued' ? (issuedAt(evidence) ?? now) : at;
  const acsUrl = account.assertionConsumerServiceUrl;
  const live = expectLogin(settings, directory, evidence, {}, { at: instant, acsUrl });
  const { diagnosis, ...said } = judge(evidence, withoutMemory(live, request), settings.contract);
  const { binding, samlResponse, relayState, fieldNames, oversize } = message;
  return {
    id: 'decoded',
    state: 'answered',
    flow: flowOf(evidence),
    accountCode: account.accountCode,
    region: account.region,
    received: { at: instant.toISOString(), binding, ...present({ samlResponse, relayState, fieldNames, oversize }) },
    ...present({ request: sentRequest(request, instant) }),
    settings: snapshotOf(settings, acsUrl),
    accepted: diagnosis.accepted,
    ...said,
    user: matchedUser(directory, said.assertion?.subject?.nameId),
    diagnosis,
  };
}

/** What was asked and seen before has no say: only the request that was given. */
function withoutMemory({ replay: _, ...expected }: Expectations, { id, xml }: GivenRequest): Expectations {
  const correlation = { mode: 'offline', ...present({ requestId: id, requestXml: xml }), ...askedFor(xml) } as const;
  return { ...expected, correlation };
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
