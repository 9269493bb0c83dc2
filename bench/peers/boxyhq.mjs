import boxyhq from '@boxyhq/saml20';

const saml20 = boxyhq.default ?? boxyhq;

/**
 * @param {import('../documents.mjs').Settings} settings
 * @param {string} shape
 */
export function create({ entityId, idpCertificate, spKey }, shape) {
  const publicKey = idpCertificate.replace(/-----[^-]+-----|\s/g, '');
  const options = { publicKey, audience: entityId, ...(shape === 'encrypted' && { privateKey: spKey }) };
  return async (/** @type {string} */ samlResponse) => {
    const xml = Buffer.from(samlResponse, 'base64').toString('utf8');
    return Object.keys((await saml20.validate(xml, options)).claims).length > 0;
  };
}
