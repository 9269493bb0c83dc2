/** What a message is judged against. What the caller does not know is left out, and the checks that need it say so. */

export interface Expectations {
  /** The instant of judgement. */
  readonly at: Date;
  /** Tolerated difference between two clocks, milliseconds. */
  readonly clockSkewMs: number;
  /** Whom the message is for. */
  readonly serviceProvider: ExpectedServiceProvider;
  /** Who is to have written it; its keys are part of the evidence. */
  readonly identityProvider: ExpectedIdentityProvider;
  /** The request it may answer. */
  readonly correlation: Correlation;
  /** Absent offline: then `user-in-directory` is not applicable. */
  readonly directory?: DirectoryFacts;
  /** Absent offline: then `assertion-not-replayed` is not applicable. */
  readonly replay?: ReplayFacts;
  /** Violations of the claim contract that was given, already evaluated; absent when there is none. */
  readonly contract?: { readonly name: string; readonly violations: readonly ContractViolationFact[] };
  /** The sender's `Date` header, when one is known. */
  readonly httpDate?: Date;
}

/** The service provider, its rules included. */
export interface ExpectedServiceProvider {
  readonly profile: 'mimecast' | 'generic';
  /** The audience. */
  readonly entityId?: string;
  /** The endpoint the message was (or should have been) posted to. */
  readonly assertionConsumerServiceUrl?: string;
  /** Further spellings of this SP's own URLs, for naming a mismatch (other region, other path): never accepted. */
  readonly knownUrls?: readonly { readonly url: string; readonly what: string }[];
  readonly responseMustBeSigned: boolean;
  readonly assertionMustBeSigned: boolean;
  readonly nameIdMustBeEmail: boolean;
  /** Preferred by the service provider; what the request asked for goes before it. */
  readonly nameIdFormat?: string;
  readonly unsolicitedResponsesAllowed: boolean;
  /** A sentence, when it is not the profile but the endpoint that takes none. */
  readonly unsolicitedResponsesRefusedBecause?: string;
  /** An assertion without AudienceRestriction is taken. */
  readonly audienceOptional?: boolean;
}

/** The identity provider by name. */
export interface ExpectedIdentityProvider {
  /** The Issuer. */
  readonly entityId?: string;
  /** True when the metadata was the tenant's (no `?appid=`), if that is known. */
  readonly metadataIsTenantWide?: boolean;
}

/** What became of a request; `unknown` when no such request was sent, or it is forgotten. */
export type RequestState = 'pending' | 'expired' | 'already-used' | 'unknown';

/** What is known of the request a response may answer. */
export interface Correlation {
  /** `offline`: only `requestId` is known, if anything; `live`: the harness remembers its requests. */
  readonly mode: 'offline' | 'live';
  readonly requestId?: string;
  /** Live: what became of the request named by the response's InResponseTo. */
  readonly state?: RequestState;
  readonly requestSentAt?: Date;
  readonly sentRelayState?: string;
  readonly requestedNameIdFormat?: string;
  readonly requestedAuthnContexts?: readonly string[];
  /** XML of the request, for the lint. */
  readonly requestXml?: string;
  /** ACS URLs and Identifier that Entra is known to have registered; for the lint. */
  readonly registeredReplyUrls?: readonly string[];
  readonly registeredIdentifiers?: readonly string[];
}

/** What the internal directory says of the NameID. */
export interface DirectoryFacts {
  /** The address the NameID matched, if any. */
  readonly match?: { readonly email: string };
  /** The address that comes nearest, for the explanation. */
  readonly nearest?: string;
  readonly domains: readonly string[];
  readonly addressCount: number;
}

/** Whether the assertion was seen before. */
export interface ReplayFacts {
  /** When an assertion with this ID was accepted before; absent: never. */
  readonly firstAcceptedAt?: Date;
  readonly firstLoginId?: string;
}

/** A term of the claim contract that is not kept. */
export interface ContractViolationFact {
  readonly path: string;
  /** In the contract's file. */
  readonly line?: number;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}
