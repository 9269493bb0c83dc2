import { NS } from './names.js';
import type { InstantPlan, NamePlan } from './response-plan.js';
import { element, instant, type Markup, text } from './write-xml.js';

/** What an AuthnRequest is to say. What the plan does not hold is not written. */
export interface AuthnRequestPlan {
  /** An NCName; Entra refuses one that begins with a digit (AADSTS7500529). */
  readonly id: string;
  readonly version?: string;
  readonly issueInstant: InstantPlan;
  readonly destination?: string;
  readonly consent?: string;
  readonly assertionConsumerServiceUrl?: string;
  readonly protocolBinding?: string;
  readonly forceAuthn?: boolean;
  readonly isPassive?: boolean;
  readonly providerName?: string;
  /** The service provider's entityId. */
  readonly issuer: string;
  readonly subject?: NamePlan;
  readonly nameIdPolicy?: {
    readonly format?: string;
    readonly spNameQualifier?: string;
    readonly allowCreate?: boolean;
  };
  readonly requestedAuthnContext?: {
    readonly comparison?: 'exact' | 'minimum' | 'maximum' | 'better';
    readonly classRefs: readonly string[];
  };
}

/** A samlp:AuthnRequest (SAML core 3.4.1) in one line, unsigned; `signElement` puts its signature after the Issuer. */
export function writeAuthnRequest(plan: AuthnRequestPlan): string {
  return element(
    'samlp:AuthnRequest',
    {
      'xmlns:samlp': NS.protocol,
      'xmlns:saml': NS.assertion,
      ID: plan.id,
      Version: plan.version ?? '2.0',
      IssueInstant: instant(plan.issueInstant),
      Destination: plan.destination,
      Consent: plan.consent,
      ForceAuthn: plan.forceAuthn?.toString(),
      IsPassive: plan.isPassive?.toString(),
      ProtocolBinding: plan.protocolBinding,
      AssertionConsumerServiceURL: plan.assertionConsumerServiceUrl,
      ProviderName: plan.providerName,
    },
    element('saml:Issuer', {}, text(plan.issuer)),
    plan.subject &&
      element('saml:Subject', {}, element('saml:NameID', { Format: plan.subject.format }, text(plan.subject.value))),
    plan.nameIdPolicy && nameIdPolicy(plan.nameIdPolicy),
    plan.requestedAuthnContext && requestedAuthnContext(plan.requestedAuthnContext),
  );
}

function nameIdPolicy({ format, spNameQualifier, allowCreate }: NonNullable<AuthnRequestPlan['nameIdPolicy']>): Markup {
  const attributes = { Format: format, SPNameQualifier: spNameQualifier, AllowCreate: allowCreate?.toString() };
  return element('samlp:NameIDPolicy', attributes);
}

function requestedAuthnContext(plan: NonNullable<AuthnRequestPlan['requestedAuthnContext']>): Markup {
  const classRefs = plan.classRefs.map((uri) => element('saml:AuthnContextClassRef', {}, text(uri)));
  return element('samlp:RequestedAuthnContext', { Comparison: plan.comparison }, ...classRefs);
}
