import { SAML } from '@node-saml/node-saml';

/**
 * @param {import('../documents.mjs').Settings} settings
 * @param {string} shape
 */
export function create({ entityId, acs, issuer, idpCertificate, spKey }, shape) {
  const saml = new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: acs,
    idpCert: idpCertificate,
    idpIssuer: issuer,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: shape === 'both signed',
    ...(shape === 'encrypted' && { decryptionPvk: spKey }),
  });
  return async (/** @type {string} */ SAMLResponse) =>
    (await saml.validatePostResponseAsync({ SAMLResponse })).profile !== null;
}
