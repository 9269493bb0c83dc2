import { type Clock, systemClock } from '../clock.js';
import type { Contract, NamedContract } from '../contract/contract.js';
import { isNamed } from '../contract/hold.js';
import { refuseUnknownKeys } from '../contract/known-keys.js';
import type { Diagnosis } from '../diagnosis/check.js';
import type { Correlation, Expectations } from '../diagnosis/expectations.js';
import type { ReceivedMessage } from '../saml/evidence.js';
import type { IdentityProvider } from '../saml/parties.js';
import { present } from '../saml/present.js';
import { readEvidence } from '../saml/read-evidence.js';
import { createSecondOpinion, type SecondOpinionSource } from '../sp/second-opinion.js';
import { vendorNamed, vendorOf } from '../sp/vendors.js';
import { askedFor } from './asked-for.js';
import { issuedAt, type Judgement, judge } from './judge.js';
import { type GivenIdentityProvider, knownIdentityProvider } from './known-parties.js';
import type { SecondOpinion } from './login.js';
import { askNodeSaml, heldAgainst } from './second-opinion.js';
import { vendorRules } from './vendor-rules.js';

/** What a message is judged against; whatever is not known may be left out, and the checks that need it say so. */
export interface DiagnoseOptions {
  /** Whom the message is for. */
  readonly serviceProvider?: {
    /** Default: by the entityID. */
    readonly profile?: 'mimecast' | 'generic';
    /** Identifier (Entity ID). */
    readonly entityId?: string;
    readonly assertionConsumerServiceUrl?: string;
    /** PEM private key, or several, for an encrypted assertion. */
    readonly decryptionKey?: string | readonly string[];
    /** True when an assertion without AudienceRestriction is to be taken. */
    readonly audienceOptional?: boolean;
    readonly nameIdFormat?: string;
    /** Default: allowed unless a `requestId` says that an answer is awaited. */
    readonly unsolicitedResponsesAllowed?: boolean;
  };
  /** Who is trusted to have written it: metadata, or entityID and certificates. */
  readonly identityProvider?: GivenIdentityProvider;
  /** Default: now. `issued`: the IssueInstant of the Response, else of the Assertion. */
  readonly at?: Date | 'issued';
  /** Milliseconds; default 180,000. */
  readonly clockSkewMs?: number;
  /** ID of the AuthnRequest the response should answer. */
  readonly requestId?: string;
  /** That AuthnRequest itself, XML: looked at as Entra would. */
  readonly requestXml?: string;
  /** Claim contract the message is held against, by the check `claims-satisfy-contract`. */
  readonly contract?: Contract | NamedContract;
  /** Default true. */
  readonly secondOpinion?: boolean;
  /** RelayState that came with it. */
  readonly relayState?: string;
  /** `Date` header of the answer that brought the message: the sender's clock. */
  readonly httpDate?: Date;
  /** Default: the machine’s. */
  readonly clock?: Clock;
}

/** A diagnosis with what the message says and what another library says of it. */
export interface MessageDiagnosis extends Diagnosis, Omit<Judgement, 'diagnosis'> {
  /** The instant of judgement. */
  readonly at: Date;
  /** What node-saml says of it; absent with `secondOpinion: false`. */
  readonly secondOpinion?: SecondOpinion;
}

/**
 * Runs every check on one response.
 *
 * @param message Base64 as posted, or the XML, or what a login holds as `received`.
 * @returns verdict, root cause and a finding per check; claims as lists by full name; `verified` when they stand under a trusted
 *   signature; the instant of judgement. Times in the message are ISO 8601 in UTC.
 * @throws HarnessError `CERTIFICATE_UNREADABLE`, `PRIVATE_KEY_GIVEN`, `METADATA_UNUSABLE`, `CONTRACT_INVALID` when the settings cannot
 *   be used. The message itself never causes one.
 */
export async function diagnoseMessage(
  message: string | ReceivedMessage,
  options: DiagnoseOptions = {},
): Promise<MessageDiagnosis> {
  const source = options.secondOpinion === false ? undefined : createSecondOpinion();
  try {
    return await diagnoseWith(source, message, options);
  } finally {
    await source?.close();
  }
}

/** The same with a source of second opinions of one's own, which may be asked again; without one there is no second opinion. */
export async function diagnoseWith(
  source: SecondOpinionSource | undefined,
  message: string | ReceivedMessage,
  options: DiagnoseOptions,
): Promise<MessageDiagnosis> {
  const { clock = systemClock } = options;
  const contract = named(options.contract);
  // A wrong contract is refused whatever the message is like, and not only when one comes that can be held against it.
  if (contract) refuseUnknownKeys(contract.contract);
  const received = typeof message === 'string' ? asReceived(message, options.relayState) : message;
  const { identityProvider, tenantWide } = knownIdentityProvider(options.identityProvider ?? {});
  const decryptionKeys = [options.serviceProvider?.decryptionKey ?? []].flat();
  const evidence = await readEvidence(received, { identityProvider, decryptionKeys });
  const at = options.at === 'issued' ? (issuedAt(evidence) ?? clock.now()) : (options.at ?? clock.now());
  const expected = expectationsOf(options, identityProvider, tenantWide, at);
  const asking = source && askNodeSaml(source, { evidence, expected, identityProvider, decryptionKeys });
  // The question goes out before we judge, so that both think at the same time.
  if (asking) await new Promise(setImmediate);
  const judgement = judge(evidence, expected, contract);
  const diagnosis = flat(judgement, at);
  return asking ? { ...diagnosis, secondOpinion: heldAgainst(judgement.diagnosis, await asking) } : diagnosis;
}

function flat({ diagnosis, response, assertion, contract, claims, verified, signatures }: Judgement, at: Date) {
  const { accepted, rootCause, findings } = diagnosis;
  return present({ accepted, rootCause, findings, response, assertion, contract, claims, verified, signatures, at });
}

function named(given: Contract | NamedContract | undefined): NamedContract | undefined {
  return given === undefined || isNamed(given) ? given : { name: 'claim contract', contract: given };
}

/** XML is a document; anything else is judged as the value of a posted form field. */
function asReceived(message: string, relayState: string | undefined): ReceivedMessage {
  const binding = /^\uFEFF?\s*</.test(message) ? 'document' : 'HTTP-POST';
  return present({ binding, samlResponse: message, relayState } as const);
}

function expectationsOf(
  options: DiagnoseOptions,
  idp: IdentityProvider,
  tenantWide: boolean | undefined,
  at: Date,
): Expectations {
  const sp = options.serviceProvider ?? {};
  const vendor = sp.profile ? vendorNamed(sp.profile, sp.entityId) : vendorOf(sp.entityId);
  return present({
    at,
    clockSkewMs: options.clockSkewMs ?? 180_000,
    serviceProvider: Object.assign(
      vendorRules(vendor),
      present({
        entityId: sp.entityId,
        assertionConsumerServiceUrl: sp.assertionConsumerServiceUrl,
        audienceOptional: sp.audienceOptional,
        nameIdFormat: sp.nameIdFormat,
        unsolicitedResponsesAllowed: sp.unsolicitedResponsesAllowed ?? options.requestId === undefined,
      }),
    ),
    identityProvider: present({ entityId: idp.entityId, metadataIsTenantWide: tenantWide }),
    httpDate: options.httpDate,
    correlation: correlationOf(options),
  });
}

function correlationOf({ requestId, requestXml }: DiagnoseOptions): Correlation {
  const known = present({ mode: 'offline', requestId, requestXml } as const);
  return requestXml === undefined ? known : { ...known, ...askedFor(requestXml) };
}
