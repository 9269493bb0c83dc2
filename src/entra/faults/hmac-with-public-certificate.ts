import { createHmac } from 'node:crypto';
import { SIGNATURE_METHOD } from '../../saml/names.js';
import { impersonate } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const hmacWithPublicCertificate: Fault = {
  id: 'hmac-with-public-certificate',
  title: 'an HMAC keyed with the published certificate',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-algorithm-strong'],
  beforeSigning: impersonate,
  signing: ({ options, ...signing }, { key }) => ({
    ...signing,
    options: {
      ...options,
      signatureMethod: SIGNATURE_METHOD.hmacSha256,
      computeValue: (octets) => createHmac('sha256', key.certificatePem).update(octets).digest(),
    },
  }),
};
