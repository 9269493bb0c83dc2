import samlify from 'samlify';

/**
 * @param {import('../documents.mjs').Settings} settings
 * @param {string} shape
 */
export function create({ entityId, acs, metadata, spKey }, shape) {
  // It asks for a validator of schemas; none is measured.
  samlify.setSchemaValidator({ validate: async () => 'skipped' });
  const sp = samlify.ServiceProvider({
    entityID: entityId,
    wantAssertionsSigned: true,
    wantMessageSigned: shape === 'both signed',
    assertionConsumerService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: acs }],
    encPrivateKey: spKey,
  });
  const idp = samlify.IdentityProvider({ metadata, isAssertionEncrypted: shape === 'encrypted' });
  return async (/** @type {string} */ SAMLResponse) => {
    const { extract } = await sp.parseLoginResponse(idp, 'post', { body: { SAMLResponse } });
    return typeof extract.nameID === 'string';
  };
}
