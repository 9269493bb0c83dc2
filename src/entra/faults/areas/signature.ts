import type { Fault } from '../../fault.js';
import { algorithmUnknown } from '../algorithm-unknown.js';
import { assertionNotSigned } from '../assertion-not-signed.js';
import { canonicalizationWithComments } from '../canonicalization-with-comments.js';
import { claimChanged } from '../claim-changed.js';
import { commentInDigest } from '../comment-in-digest.js';
import { decoySignatureInExtensions } from '../decoy-signature-in-extensions.js';
import { decoySignatureInObject } from '../decoy-signature-in-object.js';
import { emptyDigest } from '../empty-digest.js';
import { hmacWithPublicCertificate } from '../hmac-with-public-certificate.js';
import { inactiveKey } from '../inactive-key.js';
import { inclusiveCanonicalization } from '../inclusive-canonicalization.js';
import { nameIdChanged } from '../name-id-changed.js';
import { objectInSignature } from '../object-in-signature.js';
import { processingInstructionInDigest } from '../processing-instruction-in-digest.js';
import { referenceDangling } from '../reference-dangling.js';
import { referenceEmpty } from '../reference-empty.js';
import { referenceXpointer } from '../reference-xpointer.js';
import { reformatted } from '../reformatted.js';
import { responseNotSigned } from '../response-not-signed.js';
import { responseSignatureBroken } from '../response-signature-broken.js';
import { responseSignedByRogueKey } from '../response-signed-by-rogue-key.js';
import { rogueKey } from '../rogue-key.js';
import { rogueKeyRealCertificate } from '../rogue-key-real-certificate.js';
import { secondSignature } from '../second-signature.js';
import { secondSignedInfo } from '../second-signed-info.js';
import { sha1 } from '../sha-1.js';
import { signatureDetached } from '../signature-detached.js';
import { signatureExcluded } from '../signature-excluded.js';
import { signatureTwice } from '../signature-twice.js';
import { signatureValueChanged } from '../signature-value-changed.js';
import { signatureValueEmpty } from '../signature-value-empty.js';
import { tenantKey } from '../tenant-key.js';
import { tooManyTransforms } from '../too-many-transforms.js';
import { twoReferences } from '../two-references.js';
import { unsigned } from '../unsigned.js';
import { valuesPadded } from '../values-padded.js';
import { xpathTransform } from '../xpath-transform.js';
import { xsltTransform } from '../xslt-transform.js';
import { xsw1 } from '../xsw-1.js';
import { xsw2 } from '../xsw-2.js';
import { xsw3 } from '../xsw-3.js';
import { xsw4 } from '../xsw-4.js';
import { xsw5 } from '../xsw-5.js';
import { xsw6 } from '../xsw-6.js';
import { xsw7 } from '../xsw-7.js';
import { xsw8 } from '../xsw-8.js';
import { xsw9 } from '../xsw-9.js';

export const signatureFaults: readonly Fault[] = [
  unsigned,
  signatureExcluded,
  nameIdChanged,
  claimChanged,
  reformatted,
  valuesPadded,
  signatureValueChanged,
  signatureValueEmpty,
  rogueKey,
  rogueKeyRealCertificate,
  inactiveKey,
  tenantKey,
  sha1,
  hmacWithPublicCertificate,
  algorithmUnknown,
  secondSignedInfo,
  commentInDigest,
  processingInstructionInDigest,
  twoReferences,
  referenceEmpty,
  referenceDangling,
  referenceXpointer,
  xpathTransform,
  xsltTransform,
  tooManyTransforms,
  inclusiveCanonicalization,
  canonicalizationWithComments,
  emptyDigest,
  objectInSignature,
  signatureDetached,
  secondSignature,
  responseSignatureBroken,
  responseSignedByRogueKey,
  xsw1,
  xsw2,
  xsw3,
  xsw4,
  xsw5,
  xsw6,
  xsw7,
  xsw8,
  xsw9,
  decoySignatureInObject,
  decoySignatureInExtensions,
  signatureTwice,
  responseNotSigned,
  assertionNotSigned,
];
