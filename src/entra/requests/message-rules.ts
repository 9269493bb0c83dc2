import type { AuthnRequest } from '../../saml/authn-request.js';
import { BINDING, NAME_ID_FORMAT } from '../../saml/names.js';
import { isNcName } from '../../saml/nc-name.js';
import { REASONS, type Reason } from '../refusal.js';
import { isAbsoluteUri } from '../reply-url.js';

/** What can be said of a request without knowing any application. `undefined`: nothing against it. */
type MessageRule = (request: AuthnRequest) => Reason | undefined;

const ALLOWED_FORMATS: readonly string[] = [
  NAME_ID_FORMAT.persistent,
  NAME_ID_FORMAT.emailAddress,
  NAME_ID_FORMAT.unspecified,
  NAME_ID_FORMAT.transient,
];

/**
 * The rules of the single sign-on protocol page, in the order they are applied; the order is inferred. Not looked at, as documented:
 * the value of IssueInstant, Consent, Destination, ProviderName, Conditions, AllowCreate and the index attributes.
 */
const MESSAGE_RULES: readonly MessageRule[] = [
  ({ id, version, issueInstant, issuer }) => {
    if (id === undefined) return REASONS.notValid("XML attribute 'ID' is missing.");
    if (version !== '2.0') return REASONS.notValid("XML attribute 'Version' must be '2.0'.");
    if (issueInstant?.ms === undefined)
      return REASONS.notValid("XML attribute 'IssueInstant' must be a date and time.");
    return issuer === undefined ? REASONS.notValid("XML element 'Issuer' is missing.") : undefined;
  },
  // The magic ID of the portal's test begins with a letter, so it needs no exception.
  ({ id = '' }) => (isNcName(id) ? undefined : REASONS.idNotValid(id)),
  ({ subject }) => (subject ? REASONS.propertyNotSupported('Subject') : undefined),
  ({ scoping }) => {
    if (scoping?.proxyCount !== undefined) return REASONS.propertyNotSupported('Scoping/ProxyCount');
    if (scoping && scoping.idpList.length > 0) return REASONS.propertyNotSupported('Scoping/IDPList');
    return scoping && scoping.requesterIds.length > 0 ? REASONS.propertyNotSupported('Scoping/RequesterID') : undefined;
  },
  ({ protocolBinding = BINDING.post }) =>
    protocolBinding === BINDING.post ? undefined : REASONS.bindingNotSupported(protocolBinding),
  ({ requestedAuthnContext }) => {
    const comparison = requestedAuthnContext?.comparison ?? 'exact';
    return comparison === 'exact' ? undefined : REASONS.comparisonNotExact(comparison);
  },
  ({ requestedAuthnContext }) =>
    requestedAuthnContext?.classRefs.every(isAbsoluteUri) === false ? REASONS.contextClassNotAUri() : undefined,
  ({ nameIdPolicy }) => {
    const format = nameIdPolicy?.format;
    return format === undefined || ALLOWED_FORMATS.includes(format) ? undefined : REASONS.nameIdPolicyNotValid(format);
  },
  ({ assertionConsumerServiceUrl: url }) =>
    url === undefined || isAbsoluteUri(url) ? undefined : REASONS.notAUriAttribute('AssertionConsumerServiceURL'),
];

/** The first rule the message breaks. */
export function reasonAgainstMessage(request: AuthnRequest): Reason | undefined {
  for (const rule of MESSAGE_RULES) {
    const reason = rule(request);
    if (reason) return reason;
  }
  return undefined;
}
