import { certificateFromPem } from './certificate.js';
import { keyCertificateTexts, keyDescriptors } from './key-descriptors.js';
import { locate } from './locate.js';
import type { MetadataProblem } from './metadata-problem.js';
import { NS } from './names.js';
import type { Certificate, IdentityProvider } from './parties.js';
import { present } from './present.js';
import { attribute, children } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

type Report = (
  kind: MetadataProblem['kind'],
  severity: MetadataProblem['severity'],
  message: string,
  at: XmlElement,
) => void;
type Endpoint = NonNullable<IdentityProvider['singleSignOn']>[number];

/** Subjects of the keys Entra publishes for a whole tenant; those of an application have another common name. */
const TENANT_SUBJECT = /^CN=(accounts\.accesscontrol\.windows\.net|login\.microsoftonline\.us)$/;
const APPLICATION_SUBJECT = 'CN=Microsoft Azure Federated SSO Certificate';

/** Reads the IDPSSODescriptors of one md:EntityDescriptor (SAML metadata 2.4.3) and says what is wrong with them. */
export function readIdentityProvider(
  document: XmlDocument,
  entity: XmlElement,
  roles: readonly XmlElement[],
): { identityProvider: IdentityProvider; problems: MetadataProblem[]; tenantWide?: boolean } {
  const problems: MetadataProblem[] = [];
  const report: Report = (kind, severity, message, at) =>
    problems.push({ kind, severity, message, at: locate(document, at) });
  const entityId = readEntityId(entity, report);
  const saml2 = roles.filter((role) =>
    (attribute(role, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(NS.protocol),
  );
  if (saml2.length === 0)
    report('no-identity-provider', 'error', 'Its IDPSSODescriptor does not support SAML 2.0.', entity);
  const signingCertificates = readKeys(saml2, report);
  if (signingCertificates.length === 0) {
    report('no-signing-key', 'error', 'It publishes no signing certificate, so no signature could be checked.', entity);
  }
  const singleSignOn = readEndpoints(saml2, 'SingleSignOnService', report);
  if (singleSignOn.length === 0)
    report('no-single-sign-on', 'warning', 'It names no SingleSignOnService to send requests to.', entity);
  const singleLogout = readEndpoints(saml2, 'SingleLogoutService', report);
  const tenantWide = isTenantWide(signingCertificates);
  if (tenantWide) report('tenant-wide', 'warning', TENANT_WIDE, entity);
  const identityProvider = { ...present({ entityId }), signingCertificates, singleSignOn, singleLogout };
  return { identityProvider, problems, ...present({ tenantWide }) };
}

const TENANT_WIDE =
  'This is the metadata of the whole Entra tenant: its keys do not sign the assertions of an application. Fetch it with ?appid=<application id>, as the App Federation Metadata Url has it.';

function readEntityId(entity: XmlElement, report: Report): string | undefined {
  const entityId = attribute(entity, 'entityID');
  if (entityId === undefined || entityId === '') {
    report(
      'no-entity-id',
      'error',
      'The EntityDescriptor has no entityID, so no Issuer can be compared with it.',
      entity,
    );
    return undefined;
  }
  if (!/\{tenant(id)?\}/i.test(entityId)) return entityId;
  const message = `The entityID "${entityId}" is a template: this is the metadata of all tenants (/common). Fetch that of your tenant.`;
  report('template-entity-id', 'warning', message, entity);
  return undefined;
}

function readKeys(roles: readonly XmlElement[], report: Report): Certificate[] {
  const certificates = new Map<string, Certificate>();
  for (const descriptor of roles.flatMap((role) => keyDescriptors(role, 'signing'))) {
    const texts = keyCertificateTexts(descriptor);
    if (texts.length === 0)
      report(
        'key-without-certificate',
        'warning',
        'A KeyDescriptor holds no X509Certificate and is passed over.',
        descriptor,
      );
    for (const text of texts) {
      try {
        const certificate = certificateFromPem(text);
        certificates.set(certificate.thumbprintSha256, certificate);
      } catch {
        report(
          'certificate-unreadable',
          'error',
          `An X509Certificate (${text.slice(0, 24)}…) cannot be read.`,
          descriptor,
        );
      }
    }
  }
  return [...certificates.values()];
}

function readEndpoints(roles: readonly XmlElement[], name: string, report: Report): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const element of roles.flatMap((role) => children(role, NS.metadata, name))) {
    const location = attribute(element, 'Location') ?? '';
    if (!isHttp(location)) {
      report(
        'location-not-http',
        'error',
        `The Location "${location.slice(0, 80)}" of ${name} is not an http or https address.`,
        element,
      );
      continue;
    }
    endpoints.push({ binding: attribute(element, 'Binding') ?? '', location });
  }
  return endpoints;
}

function isHttp(location: string): boolean {
  // What a browser would trim or repair is refused instead.
  return /^https?:\/\/[^\s\\]+$/i.test(location) && URL.canParse(location);
}

function isTenantWide(certificates: readonly Certificate[]): boolean | undefined {
  if (certificates.length > 0 && certificates.every(({ subject }) => TENANT_SUBJECT.test(subject))) return true;
  return certificates.some(({ subject }) => subject === APPLICATION_SUBJECT) ? false : undefined;
}
