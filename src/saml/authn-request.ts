import type { Instant, NameId, Subject } from './types.js';
import type { XmlDocument, XmlElement } from './xml.js';

/** samlp:NameIDPolicy (SAML core 3.4.1.1). */
export interface NameIdPolicy {
  readonly format?: string;
  readonly spNameQualifier?: string;
  readonly allowCreate?: boolean;
}

/** samlp:RequestedAuthnContext (SAML core 3.3.2.2.1). A missing `comparison` means `exact`. */
export interface RequestedAuthnContext {
  readonly comparison?: string;
  readonly classRefs: readonly string[];
  readonly declRefs: readonly string[];
}

/** samlp:Scoping (SAML core 3.4.1.2). */
export interface Scoping {
  readonly proxyCount?: string;
  /** ProviderIDs of the IDPList. */
  readonly idpList: readonly string[];
  readonly requesterIds: readonly string[];
}

/** samlp:AuthnRequest (SAML core 3.4.1), as it is written. What is not in it is absent. */
export interface AuthnRequest {
  readonly document: XmlDocument;
  readonly element: XmlElement;
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: Instant;
  readonly destination?: string;
  readonly consent?: string;
  readonly assertionConsumerServiceUrl?: string;
  readonly assertionConsumerServiceIndex?: string;
  readonly attributeConsumingServiceIndex?: string;
  readonly protocolBinding?: string;
  readonly forceAuthn?: boolean;
  readonly isPassive?: boolean;
  readonly providerName?: string;
  readonly issuer?: NameId;
  readonly subject?: Subject;
  readonly nameIdPolicy?: NameIdPolicy;
  readonly hasConditions: boolean;
  readonly requestedAuthnContext?: RequestedAuthnContext;
  readonly scoping?: Scoping;
  /** The enveloped ds:Signature, present or not; whether it holds is for `readEnvelopedSignature`. */
  readonly signature?: XmlElement;
}
