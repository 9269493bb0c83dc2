import type { Fault } from '../fault.js';

export const responseSignatureBroken: Fault = {
  id: 'response-signature-broken',
  title: 'a valid assertion signature under a Response whose own signature does not verify',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['digest-matches'],
  acceptedByNodeSaml: true,
  signing: (signing) => ({ ...signing, assertion: true, response: true }),
  afterSigning: (xml) => xml.replace(/(<samlp:Response [^>]*)>/, '$1 Consent="urn:example:changed">'),
};
