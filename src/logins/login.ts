/** The record of one login: what arrived, kept apart from what was made of it, so that it can be judged again at its own instant. */

import type { HeldContract } from '../contract/hold.js';
import type { Diagnosis, Finding } from '../diagnosis/check.js';

export type LoginFlow = 'sp-initiated' | 'idp-initiated';

/** A cookie the service provider set, by its attributes; the value is of no interest. */
export interface SetCookie {
  readonly name: string;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
  readonly secure: boolean;
  /** Host it was set on, where that is known. */
  readonly host?: string;
  readonly path: string;
  /** Seconds. */
  readonly maxAge: number;
}

/** The AuthnRequest that started it. */
export interface SentRequest {
  readonly id: string;
  readonly sentAt: string;
  readonly xml: string;
  readonly destination: string;
  readonly binding: 'HTTP-POST' | 'HTTP-Redirect';
  readonly relayState?: string;
  /** What Entra will object to in it, found before it left. */
  readonly lint?: Finding;
  /** Cookies that went to the browser with it. */
  readonly cookies?: readonly SetCookie[];
}

/** What arrived, byte for byte. Times are ISO 8601 in UTC throughout. */
export interface ReceivedResponse {
  readonly at: string;
  readonly binding: 'HTTP-POST' | 'HTTP-Redirect' | 'document';
  readonly method?: string;
  readonly samlResponse?: string;
  readonly relayState?: string;
  readonly acsUrl?: string;
  readonly fieldNames?: readonly string[];
  readonly contentType?: string;
  readonly oversize?: { readonly bytes: number; readonly limit: number; readonly fields?: number };
  /** Headers that matter (Origin, Referer, Sec-Fetch-*, User-Agent, Date) and the NAMES of the cookies that came. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookieNames?: readonly string[];
  /** As in the header X-Request-Id of the answer, and in the log. */
  readonly requestId?: string;
}

/** Everything the verdict depended on, frozen into the record. */
export interface SettingsSnapshot {
  readonly profile: 'mimecast' | 'generic';
  readonly entityId?: string;
  readonly acsUrl?: string;
  readonly clockSkewMs: number;
  readonly unsolicitedResponsesAllowed: boolean;
  readonly idpEntityId?: string;
  readonly idpSigningCertificates: readonly string[];
  readonly idpMetadataUrl?: string;
}

export interface ResponseView {
  readonly id?: string;
  readonly inResponseTo?: string;
  readonly destination?: string;
  readonly issuer?: string;
  readonly issueInstant?: string;
  readonly status?: { readonly code: string; readonly subCode?: string; readonly message?: string };
}

export interface AssertionView {
  readonly id?: string;
  readonly issuer?: string;
  readonly issueInstant?: string;
  readonly subject?: {
    readonly nameId?: string;
    readonly nameIdFormat?: string;
    readonly confirmations: readonly {
      readonly method?: string;
      readonly recipient?: string;
      readonly notOnOrAfter?: string;
      readonly inResponseTo?: string;
    }[];
  };
  readonly conditions?: {
    readonly notBefore?: string;
    readonly notOnOrAfter?: string;
    readonly audiences: readonly string[];
  };
  readonly authn?: { readonly instant?: string; readonly sessionIndex?: string; readonly contextClassRef?: string };
}

/** A signature that holds; algorithms as URIs. */
export interface SignatureView {
  readonly covers: 'assertion' | 'response';
  readonly algorithm: string;
  readonly digest?: string;
}

export interface MatchedUser {
  readonly email: string;
  readonly globalName: string;
  readonly roles: readonly string[];
}

interface LoginBase {
  readonly id: string;
  readonly flow: LoginFlow;
  readonly accountCode: string;
  readonly region: string;
  readonly request?: SentRequest;
}

/** An AuthnRequest has left; no response yet. */
export interface PendingLogin extends LoginBase {
  readonly state: 'pending';
  readonly accepted: false;
}

/** A response has arrived and was judged. */
export interface AnsweredLogin extends LoginBase {
  readonly state: 'answered';
  readonly accepted: boolean;
  readonly received: ReceivedResponse;
  readonly settings: SettingsSnapshot;
  /** What the message says, verified or not; absent where it could not be read. */
  readonly response?: ResponseView;
  readonly assertion?: AssertionView;
  /** Full attribute name → values; always arrays. From a null-prototype object, so hostile names are only data. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** True only when claims and nameId stand under a valid, trusted signature. */
  readonly verified: boolean;
  /** The signatures that verify with a published key and have no problem: what a claim contract may ask for. */
  readonly signatures?: readonly SignatureView[];
  /** The claim contract it was held against, rule by rule; absent when there was none. */
  readonly contract?: HeldContract;
  /** Whose address the NameID is in the internal directory; of an unverified NameID only what it says. */
  readonly user: MatchedUser | null;
  readonly diagnosis: Diagnosis;
  readonly secondOpinion?: SecondOpinion;
}

/** What another library says of the same message at the same instant. */
export interface SecondOpinion {
  readonly library: string;
  readonly accepted: boolean;
  /** The library's own words when it refuses. */
  readonly reason?: string;
  /** Why the two opinions differ, in words, when they do. */
  readonly gap?: string;
  /** Set when it was not asked, and why (over the caps, timed out, no certificate). */
  readonly notAsked?: string;
}

/** One login, from the request that started it (where there was one) to the verdict. Times are ISO 8601 in UTC. */
export type Login = PendingLogin | AnsweredLogin;
