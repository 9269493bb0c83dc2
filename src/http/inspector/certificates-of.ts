import type { Certificate } from '../../saml/parties.js';

/** The certificates of a setting or a record, for showing; one that cannot be read is left out, the checks have said so. */
export async function certificatesOf(pems: readonly string[]): Promise<readonly Certificate[]> {
  const { readCertificates } = await import('../../saml/certificates.js');
  return pems.flatMap((pem) => {
    try {
      return readCertificates(pem);
    } catch {
      return [];
    }
  });
}
