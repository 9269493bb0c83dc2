import { NS, SIGNATURE_METHOD } from '../../saml/names.js';
import { impersonate } from '../edit-message.js';
import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const algorithmUnknown: Fault = {
  id: 'algorithm-unknown',
  title: 'a signature algorithm that means nothing is signed',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-algorithm-strong'],
  beforeSigning: impersonate,
  signing: (signing) =>
    changeReference(signing, (info) => info.replace(SIGNATURE_METHOD.rsaSha256, `${NS.signature}none`)),
};
