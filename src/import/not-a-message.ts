/** What a text is when it is no SAML message, and what to do with it. */

const PEM = /-----BEGIN [A-Z ]{1,40}-----/;
const PRIVATE_KEY = /-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----/;

export function isPem(text: string): boolean {
  return PEM.test(text) && !/<|SAMLRe/.test(text);
}

export function hintFor(text: string): string {
  if (text.trim() === '') return 'It is empty.';
  if (PRIVATE_KEY.test(text))
    return 'This is a private key, not a message. It is only ever needed for decryption, and should be shown to nobody.';
  if (text.includes('-----BEGIN CERTIFICATE'))
    return "This is a certificate, not a message. Give it as the IdP's certificate.";
  if (/^\s*[[{]/.test(text))
    return 'This is JSON, but not a HAR file, a SAML-tracer export or a login record of ours, and no field in it is named SAMLResponse.';
  if (/^[A-Za-z]{0,8}\s*[A-Za-z0-9]{2}(?:[\s:][A-Fa-f0-9]{2}){8,}/.test(text))
    return 'This looks like a hex dump. Give the text itself.';
  return 'Nothing in it looks like a SAML message: no XML, no base64, no field SAMLResponse or SAMLRequest, no URL with one of them.';
}

/** Of a page without a SAML form. */
export function hintForPage(words: string): string {
  const shown = words.slice(0, 200);
  return `This is a page without a SAML form. It says: "${shown}${words.length > shown.length ? '…' : ''}"`;
}
