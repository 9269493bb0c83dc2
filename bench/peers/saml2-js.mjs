import { promisify } from 'node:util';
import saml2 from 'saml2-js';

/** @param {import('../documents.mjs').Settings} settings */
export function create({ entityId, acs, idpCertificate, spKey, spCertificate }) {
  const sp = new saml2.ServiceProvider({
    entity_id: entityId,
    private_key: spKey,
    certificate: spCertificate,
    assert_endpoint: acs,
    allow_unencrypted_assertion: true,
    notbefore_skew: 60,
  });
  const idp = new saml2.IdentityProvider({
    sso_login_url: 'https://login.microsoftonline.com/saml2',
    sso_logout_url: 'https://login.microsoftonline.com/saml2',
    certificates: [idpCertificate],
  });
  const assert = promisify(sp.post_assert.bind(sp));
  return async (/** @type {string} */ SAMLResponse) =>
    typeof (await assert(idp, { request_body: { SAMLResponse } })).user.name_id === 'string';
}
