import { certificateBase64 } from './certificate.js';
import { BINDING, NS } from './names.js';
import { element, type Markup, text } from './write-xml.js';

/** What a service provider publishes about itself. What the plan does not hold is not written. */
export interface ServiceProviderMetadataPlan {
  readonly entityId: string;
  /** Needed when the document is to be signed with `signElement`. */
  readonly id?: string;
  readonly validUntil?: Date;
  /** The first is the default one; each takes responses by HTTP-POST. */
  readonly assertionConsumerServiceUrl: string | readonly string[];
  readonly singleLogout?: readonly { readonly binding: string; readonly location: string }[];
  readonly nameIdFormats?: readonly string[];
  readonly authnRequestsSigned?: boolean;
  readonly wantAssertionsSigned?: boolean;
  /** PEM; of keys that sign requests. */
  readonly signingCertificates?: readonly string[];
  /** PEM; of keys that decrypt assertions. */
  readonly encryptionCertificates?: readonly string[];
}

/** An md:EntityDescriptor with one SPSSODescriptor (SAML metadata 2.4.4), unsigned. */
export function writeServiceProviderMetadata(plan: ServiceProviderMetadataPlan): string {
  const { assertionConsumerServiceUrl: url, singleLogout = [], nameIdFormats = [] } = plan;
  const consumers = typeof url === 'string' ? [url] : url;
  const role = element(
    'md:SPSSODescriptor',
    {
      AuthnRequestsSigned: plan.authnRequestsSigned?.toString(),
      WantAssertionsSigned: plan.wantAssertionsSigned?.toString(),
      protocolSupportEnumeration: NS.protocol,
    },
    ...(plan.signingCertificates ?? []).map((pem) => keyDescriptor('signing', pem)),
    ...(plan.encryptionCertificates ?? []).map((pem) => keyDescriptor('encryption', pem)),
    ...singleLogout.map(({ binding, location }) =>
      element('md:SingleLogoutService', { Binding: binding, Location: location }),
    ),
    ...nameIdFormats.map((format) => element('md:NameIDFormat', {}, text(format))),
    ...consumers.map(assertionConsumerService),
  );
  const attributes = {
    'xmlns:md': NS.metadata,
    ID: plan.id,
    validUntil: plan.validUntil?.toISOString(),
    entityID: plan.entityId,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('md:EntityDescriptor', attributes, role)}\n`;
}

function assertionConsumerService(location: string, index: number): Markup {
  const isDefault = index === 0 ? 'true' : undefined;
  const attributes = { Binding: BINDING.post, Location: location, index: String(index), isDefault };
  return element('md:AssertionConsumerService', attributes);
}

function keyDescriptor(use: 'signing' | 'encryption', pem: string): Markup {
  const certificate = element('ds:X509Certificate', {}, text(certificateBase64({ pem })));
  const keyInfo = element('ds:KeyInfo', { 'xmlns:ds': NS.signature }, element('ds:X509Data', {}, certificate));
  return element('md:KeyDescriptor', { use }, keyInfo);
}
