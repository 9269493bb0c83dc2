/** Reads a message the way the harness does, with the keys a test names. */
import type { Evidence, Signature } from '../../src/saml/evidence.js';
import type { Certificate } from '../../src/saml/parties.js';
import { readEvidence } from '../../src/saml/read-evidence.js';
import { anIdentityProvider } from '../a-response.js';

/** Everything read of raw XML posted as a message; published: the key named `idp`, unless others are given. */
export function evidenceOf(
  xml: string,
  published: readonly Certificate[] = anIdentityProvider().signingCertificates,
  decryptionKeys: readonly string[] = [],
): Promise<Partial<Evidence>> {
  const samlResponse = Buffer.from(xml).toString('base64');
  const received = { binding: 'HTTP-POST', method: 'POST', fieldNames: ['SAMLResponse'], samlResponse } as const;
  return readEvidence(received, { identityProvider: { signingCertificates: published }, decryptionKeys });
}

/** The facts of a message's signatures, which has to have been read. */
export async function signaturesOf(xml: string, published?: readonly Certificate[]): Promise<readonly Signature[]> {
  const { signatures, xml: read } = await evidenceOf(xml, published);
  if (!signatures) throw new Error(`not read: ${read?.failure?.problem.message}`);
  return signatures;
}

export async function onlySignatureOf(xml: string, published?: readonly Certificate[]): Promise<Signature> {
  const [signature, ...more] = await signaturesOf(xml, published);
  if (!signature || more.length > 0) throw new Error('not exactly one signature');
  return signature;
}
