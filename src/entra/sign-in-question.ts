import type { NameIdPolicy } from '../saml/authn-request.js';
import type { DecodedRedirect } from '../saml/bindings.js';
import type { AuthenticationMethod, SignInSession } from './authentication.js';
import type { ClaimOverrides } from './claim-overrides.js';

/** An AuthnRequest as it came, before anybody signed in. */
export interface IncomingRequest {
  readonly requestXml: string;
  readonly relayState?: string;
  /** By HTTP-Redirect: the query as it was decoded, for its signature. Absent: HTTP-POST, where the signature is in the XML. */
  readonly redirect?: DecodedRedirect;
  /** `/<tenant>/saml2/<GUID>`: this application is meant, whatever the request's Issuer is. */
  readonly target?: string;
}

/** What one login may add to what the stand-in would do anyway. */
export interface LoginExtras {
  /** Ids of deliberate defects. */
  readonly faults?: readonly string[];
  readonly claims?: ClaimOverrides;
  /** How the user signs in this time; default: as the user always does. */
  readonly method?: AuthenticationMethod;
  /** Makes ids and faults the same each time. */
  readonly seed?: string;
  /** The session the user has already; without it the user signs in now. */
  readonly session?: SignInSession;
}

export type Question =
  | ({ readonly kind: 'sp-initiated'; readonly user: string } & IncomingRequest & LoginExtras)
  | ({
      readonly kind: 'idp-initiated';
      readonly user: string;
      /** True for "Test": goes to the Reply URL even when a Sign-on URL is set. */
      readonly ignoreSignOnUrl?: boolean;
    } & LoginExtras);

/** Where an error could be sent instead of being shown; `assertionConsumerServiceUrl` only when it is a registered one. */
export interface AnswerAddress {
  readonly inResponseTo?: string;
  readonly assertionConsumerServiceUrl?: string;
  readonly relayState?: string;
}

/** What of a request shapes its answer, after it was found acceptable. */
export interface AcceptedRequest {
  /** Absent when the IdP starts. */
  readonly id?: string;
  readonly assertionConsumerServiceUrl: string;
  readonly nameIdPolicy?: NameIdPolicy;
  readonly forceAuthn: boolean;
  readonly isPassive: boolean;
  /** RequestedAuthnContext, empty when nothing is asked for. */
  readonly contextClassRefs: readonly string[];
  readonly relayState?: string;
}
