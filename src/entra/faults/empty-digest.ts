import { impersonate } from '../edit-message.js';
import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

/** SHA-256 of nothing. */
const EMPTY = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

export const emptyDigest: Fault = {
  id: 'empty-digest',
  title: 'the digest of an empty text, as broken canonicalization yields it',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['digest-matches'],
  beforeSigning: impersonate,
  signing: (signing) => changeReference(signing, (info) => info.replace(/(<DigestValue>)[^<]*/, `$1${EMPTY}`)),
};
