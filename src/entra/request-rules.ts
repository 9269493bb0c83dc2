import type { AuthnRequest } from '../saml/authn-request.js';
import { BINDING, ENTRA_REQUESTABLE_FORMATS, NS } from '../saml/names.js';
import { isNcName } from '../saml/nc-name.js';
import { type Obstacle, obstacle } from './aadsts.js';
import { type Application, answersTo } from './application.js';
import { matchesReplyUrl } from './reply-url.js';

type Rule = (request: AuthnRequest, application: Application, tenantName: string) => Obstacle | undefined;

/** In the order they are looked at; the first that objects decides. Consent, Destination, ProviderName and Conditions are ignored. */
const RULES: readonly Rule[] = [
  hasWhatIsRequired,
  idIsValid,
  isForThisApplication,
  subjectIsAbsent,
  scopingIsAllowed,
  nameIdPolicyIsAllowed,
  contextIsAllowed,
  bindingIsPost,
  replyUrlIsRegistered,
];

/** Why Entra would refuse this AuthnRequest; `undefined` when it would go on to the sign-in page. Signatures are judged elsewhere. */
export function requestObstacle(request: AuthnRequest, application: Application, tenantName: string) {
  for (const rule of RULES) {
    const found = rule(request, application, tenantName);
    if (found) return found;
  }
  return undefined;
}

function hasWhatIsRequired({ id, version, issueInstant, issuer, element }: AuthnRequest): Obstacle | undefined {
  // IssueInstant has to be a DateTime, but its value is not looked at.
  if (!id || version !== '2.0' || issueInstant?.ms === undefined || !issuer) return obstacle(75005);
  // An empty Issuer is reported as an error of the XML.
  return issuer.value.trim() === '' ? obstacle(7500525, { line: '1', position: String(element.end) }) : undefined;
}

function idIsValid({ id = '' }: AuthnRequest): Obstacle | undefined {
  return isNcName(id) ? undefined : obstacle(7500529, { id });
}

function isForThisApplication({ issuer }: AuthnRequest, application: Application, tenant: string) {
  const identifier = issuer?.value ?? '';
  return answersTo(application, identifier) ? undefined : obstacle(700016, { identifier, tenant });
}

function subjectIsAbsent({ subject }: AuthnRequest): Obstacle | undefined {
  return subject ? obstacle(900236, { property: 'Subject' }) : undefined;
}

function scopingIsAllowed({ scoping }: AuthnRequest): Obstacle | undefined {
  if (!scoping) return undefined;
  const { proxyCount, idpList, requesterIds } = scoping;
  const property =
    (proxyCount !== undefined && 'ProxyCount') ||
    (idpList.length > 0 && 'IDPList') ||
    (requesterIds.length > 0 && 'RequesterID');
  return property ? obstacle(900236, { property: `Scoping/${property}` }) : undefined;
}

function nameIdPolicyIsAllowed({ nameIdPolicy }: AuthnRequest): Obstacle | undefined {
  if (!nameIdPolicy) return undefined;
  const { format } = nameIdPolicy;
  return format === undefined || ENTRA_REQUESTABLE_FORMATS.includes(format) ? undefined : obstacle(75016, { format });
}

function contextIsAllowed({ requestedAuthnContext }: AuthnRequest): Obstacle | undefined {
  if (!requestedAuthnContext) return undefined;
  const { comparison = 'exact', classRefs } = requestedAuthnContext;
  const badClass = classRefs.some((ref) => !/^[A-Za-z][\w+.-]*:\S+$/.test(ref.trim()));
  if (badClass) return obstacle(7500522, { element: 'AuthnContextClassRef', namespace: NS.assertion });
  return comparison === 'exact' ? undefined : obstacle(900235, { comparison });
}

function bindingIsPost({ protocolBinding }: AuthnRequest): Obstacle | undefined {
  return protocolBinding === undefined || protocolBinding === BINDING.post
    ? undefined
    : obstacle(75003, { binding: protocolBinding });
}

function replyUrlIsRegistered({ assertionConsumerServiceUrl: url, issuer }: AuthnRequest, application: Application) {
  if (url === undefined) return application.replyUrls.length > 0 ? undefined : obstacle(900971);
  if (!URL.canParse(url)) return obstacle(7500511, { attribute: 'AssertionConsumerServiceURL' });
  if (application.replyUrls.some((registered) => matchesReplyUrl(url, registered))) return undefined;
  return obstacle(50011, { replyUrl: url, identifier: issuer?.value ?? application.applicationId });
}
