import { DIGEST, SIGNATURE_METHOD } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const sha1: Fault = {
  id: 'sha-1',
  title: 'RSA-SHA1 with a SHA-1 digest',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-algorithm-strong'],
  acceptedByNodeSaml: true,
  signing: ({ options, ...signing }) => ({
    ...signing,
    options: { ...options, signatureMethod: SIGNATURE_METHOD.rsaSha1, digestMethod: DIGEST.sha1 },
  }),
};
