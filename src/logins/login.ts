/** The record of one login: what arrived, kept apart from what was made of it, so that it can be judged again at its own instant. */

import type { HeldContract } from '../contract/hold.js';
import type { Diagnosis, Finding } from '../diagnosis/check.js';

/** Who began: the service provider with an AuthnRequest, or the IdP with a response nobody asked for. */
export type LoginFlow = 'sp-initiated' | 'idp-initiated';

/** A cookie the service provider set, by its attributes; the value is of no interest. */
export interface SetCookie {
  /** As in the `Set-Cookie` header. */
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
  /** Its ID: what InResponseTo has to say. */
  readonly id: string;
  /** When it left, ISO 8601 in UTC. */
  readonly sentAt: string;
  /** As it was sent, before its binding encoded it. */
  readonly xml: string;
  /** URL of the IdP it was sent to. */
  readonly destination: string;
  /** How it went. */
  readonly binding: 'HTTP-POST' | 'HTTP-Redirect';
  /** Sent along; expected back unchanged. */
  readonly relayState?: string;
  /** What Entra will object to in it, found before it left. */
  readonly lint?: Finding;
  /** Cookies that went to the browser with it. */
  readonly cookies?: readonly SetCookie[];
}

/** What arrived, byte for byte. Times are ISO 8601 in UTC throughout. */
export interface ReceivedResponse {
  /** When it arrived, by the clock of the harness. */
  readonly at: string;
  /** `document`: no form at all, but the XML itself. */
  readonly binding: 'HTTP-POST' | 'HTTP-Redirect' | 'document';
  /** HTTP method, in capitals. */
  readonly method?: string;
  /** Value of the field, base64 as posted; of a `document` the XML. */
  readonly samlResponse?: string;
  /** Value of the field of that name. */
  readonly relayState?: string;
  /** URL it was delivered to. */
  readonly acsUrl?: string;
  /** Names of all fields of the form, in order, repeats kept. */
  readonly fieldNames?: readonly string[];
  /** `Content-Type` of the request. */
  readonly contentType?: string;
  /** Set when it crossed a limit and was not read: sizes in bytes, or the number of fields. */
  readonly oversize?: { readonly bytes: number; readonly limit: number; readonly fields?: number };
  /** Headers that matter (Origin, Referer, Sec-Fetch-*, User-Agent, Date) and the NAMES of the cookies that came. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of the cookies that came, never their values. */
  readonly cookieNames?: readonly string[];
  /** As in the header X-Request-Id of the answer, and in the log. */
  readonly requestId?: string;
}

/** Everything the verdict depended on, frozen into the record. */
export interface SettingsSnapshot {
  /** Whose rules it was judged by. */
  readonly profile: 'mimecast' | 'generic';
  /** Expected audience. */
  readonly entityId?: string;
  /** Expected Destination and Recipient. */
  readonly acsUrl?: string;
  /** Tolerated difference between two clocks, milliseconds. */
  readonly clockSkewMs: number;
  /** Whether a response that answers no request was taken. */
  readonly unsolicitedResponsesAllowed: boolean;
  /** Expected Issuer. */
  readonly idpEntityId?: string;
  /** PEM, those whose keys were trusted. */
  readonly idpSigningCertificates: readonly string[];
  /** Where they came from, when it was a URL. */
  readonly idpMetadataUrl?: string;
}

/** What stands on the Response (SAML core 3.2.2), verified or not. */
export interface ResponseView {
  /** Its ID. */
  readonly id?: string;
  /** ID of the request it says it answers. */
  readonly inResponseTo?: string;
  /** URL it says it was sent to. */
  readonly destination?: string;
  /** entityID of who says to have written it. */
  readonly issuer?: string;
  /** As it is written. */
  readonly issueInstant?: string;
  /** URIs of the status codes, and the message beside them. */
  readonly status?: { readonly code: string; readonly subCode?: string; readonly message?: string };
}

/** What stands in the Assertion (SAML core 2.3.3), verified or not; instants as they are written. */
export interface AssertionView {
  /** Its ID. */
  readonly id?: string;
  /** entityID of who says to have written it. */
  readonly issuer?: string;
  /** As it is written. */
  readonly issueInstant?: string;
  /** NameID and Format, and the confirmations that may be answered with. */
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
  /** From when and until when it holds, and for whom. */
  readonly conditions?: {
    readonly notBefore?: string;
    readonly notOnOrAfter?: string;
    readonly audiences: readonly string[];
  };
  /** When and how the user signed in, by the first AuthnStatement. */
  readonly authn?: { readonly instant?: string; readonly sessionIndex?: string; readonly contextClassRef?: string };
}

/** A signature that holds; algorithms as URIs. */
export interface SignatureView {
  /** The element that is signed. */
  readonly covers: 'assertion' | 'response';
  /** SignatureMethod. */
  readonly algorithm: string;
  /** DigestMethod of its Reference. */
  readonly digest?: string;
}

/** An address of the internal directory. */
export interface MatchedUser {
  /** Primary address. */
  readonly email: string;
  /** Name that is shown. */
  readonly globalName: string;
  /** By Role Edit. */
  readonly roles: readonly string[];
}

interface LoginBase {
  /** Sorts by the time at which the login began. */
  readonly id: string;
  /** Who began it. */
  readonly flow: LoginFlow;
  /** Of the account it was for. */
  readonly accountCode: string;
  /** Of that account. */
  readonly region: string;
  /** The AuthnRequest that began it, or that it answers; absent when the IdP began. */
  readonly request?: SentRequest;
}

/** An AuthnRequest has left; no response yet. */
export interface PendingLogin extends LoginBase {
  /** Tells it from an answered one. */
  readonly state: 'pending';
  /** Not before there is a response. */
  readonly accepted: false;
}

/** A response has arrived and was judged. */
export interface AnsweredLogin extends LoginBase {
  /** Tells it from a pending one. */
  readonly state: 'answered';
  /** The verdict; the same as `diagnosis.accepted`. */
  readonly accepted: boolean;
  /** What arrived. */
  readonly received: ReceivedResponse;
  /** What it was judged against. */
  readonly settings: SettingsSnapshot;
  /** What the message says, verified or not; absent where it could not be read. */
  readonly response?: ResponseView;
  /** The same of the assertion, decrypted where it was encrypted. */
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
  /** A finding of every check, and the root cause. */
  readonly diagnosis: Diagnosis;
  /** What node-saml says of it; absent while it was not asked. */
  readonly secondOpinion?: SecondOpinion;
}

/** What another library says of the same message at the same instant. */
export interface SecondOpinion {
  /** Its name on npm. */
  readonly library: string;
  /** Its verdict; false also when it was not asked. */
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
