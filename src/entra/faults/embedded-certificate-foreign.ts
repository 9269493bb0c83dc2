import { certificateBase64 } from '../../saml/certificates.js';
import type { Fault } from '../fault.js';

export const embeddedCertificateForeign: Fault = {
  id: 'embedded-certificate-foreign',
  title: 'a genuine signature with another certificate in KeyInfo',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signing-certificate-published'],
  afterSigning: async (xml, { rogueKey }) => {
    const { certificatePem } = await rogueKey();
    return xml.replace(/(<X509Certificate>)[^<]*/, `$1${certificateBase64({ pem: certificatePem })}`);
  },
};
