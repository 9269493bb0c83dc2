import type { Correlation } from '../diagnosis/expectations.js';
import { present } from '../saml/present.js';
import { readAuthnRequest } from '../saml/read-authn-request.js';

/** What a request demanded of its answer. A context class binds the answer only when the comparison is exact (SAML core 3.3.2.2.1). */
export function askedFor(
  requestXml: string | undefined,
): Pick<Correlation, 'requestedAuthnContexts' | 'requestedNameIdFormat'> {
  const { request } = requestXml === undefined ? {} : readAuthnRequest(requestXml);
  const { comparison = 'exact', classRefs = [] } = request?.requestedAuthnContext ?? {};
  const isBinding = comparison === 'exact' && classRefs.length > 0;
  return present({
    requestedAuthnContexts: isBinding ? classRefs.map((ref) => ref.trim()) : undefined,
    requestedNameIdFormat: request?.nameIdPolicy?.format,
  });
}
