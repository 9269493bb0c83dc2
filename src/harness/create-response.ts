import { type Clock, type Random, systemClock, systemRandom } from '../clock.js';
import type { Application } from '../entra/application.js';
import type { ClaimOverrides } from '../entra/claim-overrides.js';
import type { KeyPair } from '../entra/key-vault.js';
import { createEntraStandIn, type EntraStandIn } from '../entra/stand-in.js';
import type { UserDraft } from '../entra/user.js';
import { HarnessError } from '../errors.js';
import { present } from '../saml/present.js';
import { writeAuthnRequest } from '../saml/write-authn-request.js';
import { keysInMemory } from './key-folder.js';

/** What a response is to be like; everything has a default. */
export interface CreateResponseOptions {
  /** UPN of one of the stand-in's users, or a user of your own; default `B.Simon@contoso.com`. */
  readonly user?: string | UserDraft;
  /** What differs from a new application: NameID, claims, signing option, token encryption ... */
  readonly application?: Partial<Application>;
  /** Deliberate defects, by id. */
  readonly faults?: readonly string[];
  /** Claims that are set, or taken out, whatever the user has. */
  readonly claims?: ClaimOverrides;
  /** For whom; default account C46A75 in Europe, on Mimecast's own host names. */
  readonly serviceProvider?: { readonly entityId?: string; readonly assertionConsumerServiceUrl?: string };
  /** ID of the AuthnRequest it answers; without one it is unsolicited. */
  readonly requestId?: string;
  /** Sent along in the form. */
  readonly relayState?: string;
  /** When it is issued; default now. */
  readonly at?: Date;
  /** PEM; default a new key, which takes a moment to make. */
  readonly key?: KeyPair;
  /** Where IDs come from; default the machine’s. */
  readonly random?: Random;
}

/** A signed response, and what is needed to post it and to judge it. */
export interface CreatedResponse {
  /** Base64, as it is posted. */
  readonly samlResponse: string;
  /** The same, decoded. */
  readonly xml: string;
  /** Of the key that signs, PEM. */
  readonly certificate: string;
  /** Microsoft Entra Identifier: the Issuer. */
  readonly issuer: string;
  /** ID of the AuthnRequest it answers; absent when it is unsolicited. */
  readonly requestId?: string;
  /** Names and values of the form, in order. */
  readonly fields: readonly (readonly [string, string])[];
  /** What to hand to `diagnose`: the IdP's metadata, and the service provider it is for. */
  readonly identityProvider: { readonly metadata: string };
  /** The Identifier and Reply URL it was written for. */
  readonly serviceProvider: { readonly entityId: string; readonly assertionConsumerServiceUrl: string };
}

/**
 * One response as Entra would write and sign it, for the tests of any service provider: without a harness, a port or a network.
 * Valid for an hour from `at`, the assertion signed with RSA-SHA256 unless `application` or a fault says otherwise; what it is modelled
 * on is Microsoft's SAML token reference and captured responses of 2018 to 2025.
 *
 * @returns the value to post as `SAMLResponse` and all fields of the form, the XML, and what `diagnose()` has to know of both parties
 * @throws HarnessError `FAULT_UNKNOWN` for a fault there is not; `USER_NAME_INVALID`, `APPLICATION_INVALID`, `CERTIFICATE_UNREADABLE`,
 *   `PRIVATE_KEY_GIVEN` for a user or a setting that the portal would not take; `ENTRA_REFUSED` when Entra would show an AADSTS page instead, such
 *   as for a user who does not exist
 */
export async function createResponse(options: CreateResponseOptions = {}): Promise<CreatedResponse> {
  const { user = 'B.Simon@contoso.com', faults = [], random = systemRandom, at, claims } = options;
  const clock: Clock = at ? { now: () => at } : systemClock;
  const serviceProvider = { ...MIMECAST, ...options.serviceProvider };
  const entra = standInFor(options, serviceProvider, { clock, random });
  if (typeof user !== 'string') entra.assign(entra.addUser(user).userPrincipalName);
  const extras = { user: typeof user === 'string' ? user : user.userPrincipalName, faults, ...present({ claims }) };
  const answer = await entra.answer(
    options.requestId === undefined
      ? { kind: 'idp-initiated', ...extras }
      : { kind: 'sp-initiated', ...requestOf(options, serviceProvider, clock.now()), ...extras },
  );
  if (answer.kind !== 'post') {
    throw new HarnessError(
      'ENTRA_REFUSED',
      answer.kind === 'refused' ? answer.text : `The stand-in would open ${answer.url} first.`,
      'See `saml-rehearsal explain` with the AADSTS number.',
    );
  }
  return {
    samlResponse: answer.fields.find(([name]) => name === 'SAMLResponse')?.[1] ?? '',
    xml: answer.responseXml,
    certificate: (await entra.certificates.current())?.certificate.pem ?? '',
    issuer: entra.issuer,
    ...present({ requestId: options.requestId }),
    fields: answer.fields,
    identityProvider: { metadata: await entra.metadata() },
    serviceProvider,
  };
}

/** Account C46A75 in Europe. */
const MIMECAST = {
  entityId: 'https://eu-api.mimecast.com/sso/C46A75',
  assertionConsumerServiceUrl: 'https://eu-api.mimecast.com/login/saml',
};

/** Entra takes a RelayState from the request, or from the application when nobody asked. */
function standInFor(
  { key, application, requestId, relayState }: CreateResponseOptions,
  { entityId, assertionConsumerServiceUrl }: CreatedResponse['serviceProvider'],
  sources: { readonly clock: Clock; readonly random: Random },
): EntraStandIn {
  return createEntraStandIn({
    ...sources,
    keys: key ? withKey(key) : keysInMemory(),
    origin: () => 'https://login.microsoftonline.com',
    application: {
      ...application,
      ...(requestId === undefined ? present({ relayState }) : {}),
      identifiers: [entityId],
      replyUrls: [assertionConsumerServiceUrl],
    },
  });
}

function requestOf(
  { requestId = '', relayState }: CreateResponseOptions,
  { entityId, assertionConsumerServiceUrl }: CreatedResponse['serviceProvider'],
  issueInstant: Date,
) {
  const requestXml = writeAuthnRequest({ id: requestId, issueInstant, issuer: entityId, assertionConsumerServiceUrl });
  return { requestXml, ...present({ relayState }) };
}

/** The key given signs; whatever else the stand-in needs is made. */
function withKey(key: KeyPair) {
  const others = keysInMemory();
  return {
    load: async (name: string) => (name === 'saml-signing-1' ? key : others.load(name)),
    save: (name: string, pair: KeyPair) => others.save(name, pair),
  };
}
