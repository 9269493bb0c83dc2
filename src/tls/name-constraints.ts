import type { Extension } from '@peculiar/x509';
import { loadX509 } from './load-x509.js';

const NAME_CONSTRAINTS = '2.5.29.30';
const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/**
 * The extension that keeps a local authority local: whatever it signs is valid for these DNS names (and names below them),
 * for loopback addresses, and for nothing else (RFC 5280, 4.2.1.10).
 */
export async function nameConstraints(dnsNames: readonly string[]): Promise<Extension> {
  const { Extension } = await loadX509();
  const { AsnConvert } = await import('@peculiar/asn1-schema');
  const { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } = await import('@peculiar/asn1-x509');
  const names = [
    ...dnsNames.map((dNSName) => new GeneralName({ dNSName })),
    ...LOOPBACK.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const permittedSubtrees = new GeneralSubtrees(names.map((base) => new GeneralSubtree({ base })));
  return new Extension(NAME_CONSTRAINTS, true, AsnConvert.serialize(new NameConstraints({ permittedSubtrees })));
}
