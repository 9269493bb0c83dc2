import type { Fault } from '../../fault.js';
import { encryptedAndTampered } from '../encrypted-and-tampered.js';
import { encryptedButUnsigned } from '../encrypted-but-unsigned.js';
import { encryptedDocumentType } from '../encrypted-document-type.js';
import { encryptedForAnotherKey } from '../encrypted-for-another-key.js';
import { encryptedSomethingElse } from '../encrypted-something-else.js';
import { encryptedWith3des } from '../encrypted-with-3des.js';
import { encryptedWithRsa15 } from '../encrypted-with-rsa-1-5.js';
import { forgedBesideEncrypted } from '../forged-beside-encrypted.js';

export const encryptionFaults: readonly Fault[] = [
  encryptedForAnotherKey,
  encryptedWithRsa15,
  encryptedWith3des,
  encryptedAndTampered,
  encryptedButUnsigned,
  forgedBesideEncrypted,
  encryptedSomethingElse,
  encryptedDocumentType,
];
