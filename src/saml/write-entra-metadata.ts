import { certificateBase64 } from './certificate.js';
import { ENTRA_CLAIM_TYPES } from './entra-claim-types.js';
import { BINDING, NS } from './names.js';
import { signElement } from './sign.js';
import { spacedElement as element, type Markup, sequence, text } from './write-xml.js';

export interface EntraMetadataPlan {
  /** `_` and a GUID. */
  readonly id: string;
  /** `https://sts.windows.net/<tenant>/`, with the slash. */
  readonly entityId: string;
  /** SSO and SLO: `…/<tenant>/saml2`. */
  readonly singleSignOnUrl: string;
  /** `…/<tenant>/wsfed`. */
  readonly wsFederationUrl: string;
  /** PEM, in the order published: all of the application, inactive ones too, or those of the tenant. */
  readonly certificates: readonly string[];
  /** Signs the document; Entra uses the key it also signs assertions with. */
  readonly signWith?: { readonly privateKeyPem: string; readonly certificatePem: string };
}

/**
 * Federation metadata as Entra ID publishes it: byte order mark, two WS-Federation roles, then the IDPSSODescriptor, the same keys in
 * each. Source: five captured documents of 2019 to 2025.
 */
export function writeEntraMetadata(plan: EntraMetadataPlan): string {
  const { id, entityId, signWith } = plan;
  const root = element(
    'EntityDescriptor',
    { ID: id, entityID: entityId, xmlns: NS.metadata },
    securityTokenService(plan),
    applicationService(plan),
    identityProvider(plan),
  );
  const unsigned = `\uFEFF<?xml version="1.0" encoding="utf-8"?>${root}`;
  return signWith ? signElement(unsigned, { elementId: id, emptyTag: ' />', ...signWith }) : unsigned;
}

function securityTokenService(plan: EntraMetadataPlan): Markup {
  const { wsFederationUrl } = plan;
  return role(
    'fed:SecurityTokenServiceType',
    plan,
    element('fed:ClaimTypesOffered', {}, ...ENTRA_CLAIM_TYPES.map(claimType)),
    element('fed:SecurityTokenServiceEndpoint', {}, endpoint(wsFederationUrl)),
    element('fed:PassiveRequestorEndpoint', {}, endpoint(wsFederationUrl)),
  );
}

function applicationService(plan: EntraMetadataPlan): Markup {
  const { entityId, wsFederationUrl } = plan;
  return role(
    'fed:ApplicationServiceType',
    plan,
    element('fed:TargetScopes', {}, endpoint(entityId)),
    element('fed:ApplicationServiceEndpoint', {}, endpoint(wsFederationUrl)),
    element('fed:PassiveRequestorEndpoint', {}, endpoint(wsFederationUrl)),
  );
}

function identityProvider(plan: EntraMetadataPlan): Markup {
  const service = (name: string, binding: string) =>
    element(name, { Binding: binding, Location: plan.singleSignOnUrl });
  return element(
    'IDPSSODescriptor',
    { protocolSupportEnumeration: NS.protocol },
    keys(plan),
    service('SingleLogoutService', BINDING.redirect),
    service('SingleSignOnService', BINDING.redirect),
    service('SingleSignOnService', BINDING.post),
  );
}

function role(type: string, plan: EntraMetadataPlan, ...content: readonly Markup[]): Markup {
  const attributes = {
    'xsi:type': type,
    protocolSupportEnumeration: NS.wsFederation,
    'xmlns:xsi': NS.schemaInstance,
    'xmlns:fed': NS.wsFederation,
  };
  return element('RoleDescriptor', attributes, keys(plan), ...content);
}

function keys({ certificates }: EntraMetadataPlan): Markup {
  return sequence(
    ...certificates.map((pem) => {
      const certificate = element('X509Certificate', {}, text(certificateBase64({ pem })));
      const keyInfo = element('KeyInfo', { xmlns: NS.signature }, element('X509Data', {}, certificate));
      return element('KeyDescriptor', { use: 'signing' }, keyInfo);
    }),
  );
}

function claimType([uri, displayName, description]: (typeof ENTRA_CLAIM_TYPES)[number]): Markup {
  return element(
    'auth:ClaimType',
    { Uri: uri, 'xmlns:auth': NS.wsAuthorization },
    element('auth:DisplayName', {}, text(displayName)),
    element('auth:Description', {}, text(description)),
  );
}

function endpoint(address: string): Markup {
  const reference = { 'xmlns:wsa': NS.wsAddressing };
  return element('wsa:EndpointReference', reference, element('wsa:Address', {}, text(address)));
}
