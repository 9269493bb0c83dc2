import type { Correlation, DirectoryFacts, Expectations, RequestState } from '../diagnosis/expectations.js';
import type { Evidence } from '../saml/evidence.js';
import { present } from '../saml/present.js';
import { readSignedAssertion } from '../saml/signed-assertion.js';
import { idpInitiated, knownUrls } from '../sp/account.js';
import type { Directory } from '../sp/directory.js';
import { askedFor } from './asked-for.js';
import type { PendingLogin } from './login.js';
import type { Memory } from './memory.js';
import type { SignOnSettings } from './sign-on-settings.js';
import { vendorRules } from './vendor-rules.js';

/** What the harness remembers that bears on one message. */
export interface Remembered {
  readonly state?: RequestState;
  readonly pending?: PendingLogin;
  readonly replay?: { readonly acceptedAt: Date; readonly loginId: string };
}

/** The issuer and id an assertion is remembered by; from the signed bytes where there are any. */
export function assertionKey(evidence: Partial<Evidence>): { issuer: string; id: string } | undefined {
  const assertion = readSignedAssertion(evidence) ?? evidence.assertion;
  return assertion?.id === undefined ? undefined : { issuer: assertion.issuer?.value ?? '', id: assertion.id };
}

/** Asks the memory for the request that a message answers; asking changes nothing. */
export async function recallRequest(memory: Memory, evidence: Partial<Evidence>, at: Date): Promise<Remembered> {
  const inResponseTo = evidence.response?.inResponseTo;
  if (inResponseTo === undefined) return {};
  const { state, request } = await memory.requests.look(inResponseTo, at);
  const login = request && (await memory.logins.find(request.loginId));
  return present({ state, pending: login?.request ? (login as PendingLogin) : undefined });
}

/** Asks the memory whether an assertion was accepted before; asking changes nothing. */
export async function recallReplay(memory: Memory, evidence: Partial<Evidence>): Promise<Remembered> {
  const key = assertionKey(evidence);
  return present({ replay: key && (await memory.assertions.look(key.issuer, key.id)) });
}

/** What a message that arrived at the harness is judged against. */
export function expectLogin(
  settings: SignOnSettings,
  directory: Directory,
  evidence: Partial<Evidence>,
  remembered: Remembered,
  arrival: { readonly at: Date; readonly acsUrl: string; readonly httpDate?: Date },
): Expectations {
  const { account, vendor, profile, identityProvider } = settings;
  return {
    at: arrival.at,
    clockSkewMs: settings.clockSkewMs,
    serviceProvider: {
      ...vendorRules(vendor),
      entityId: account.entityId,
      assertionConsumerServiceUrl: arrival.acsUrl,
      knownUrls: knownUrls(account, vendor),
      ...idpInitiated(arrival.acsUrl, vendor, profile),
    },
    identityProvider: present({
      entityId: identityProvider.entityId,
      metadataIsTenantWide: profile.metadataIsTenantWide,
    }),
    correlation: expectedRequest(settings, remembered),
    directory: lookedUp(directory, (readSignedAssertion(evidence) ?? evidence.assertion)?.subject?.nameIds[0]?.value),
    replay: remembered.replay
      ? { firstAcceptedAt: remembered.replay.acceptedAt, firstLoginId: remembered.replay.loginId }
      : {},
    ...present({ httpDate: arrival.httpDate }),
  };
}

function expectedRequest({ registered }: SignOnSettings, { state, pending }: Remembered): Correlation {
  const request = pending?.request;
  return {
    mode: 'live',
    ...present({
      requestId: request?.id,
      state,
      requestSentAt: request && new Date(request.sentAt),
      sentRelayState: request?.relayState,
      requestXml: request?.xml,
      registeredReplyUrls: registered?.replyUrls,
      registeredIdentifiers: registered?.identifiers,
    }),
    ...askedFor(request?.xml),
  };
}

function lookedUp(directory: Directory, nameId: string | undefined): DirectoryFacts {
  const address = nameId === undefined ? undefined : directory.find(nameId);
  return {
    ...present({
      match: address && { email: address.email },
      nearest: nameId === undefined || address ? undefined : directory.nearest(nameId)?.email,
    }),
    domains: directory.domains,
    addressCount: directory.addresses.length,
  };
}
