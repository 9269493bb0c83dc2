/** Every deliberate defect the stand-in can make, in the order in which faults that are combined are applied. */

import { HarnessError } from '../../errors.js';
import type { Fault } from '../fault.js';
import { algorithmUnknown } from './algorithm-unknown.js';
import { assertionInExtensions } from './assertion-in-extensions.js';
import { assertionInForeignNamespace } from './assertion-in-foreign-namespace.js';
import { assertionNotSigned } from './assertion-not-signed.js';
import { assertionVersion11 } from './assertion-version-1-1.js';
import { attributeDefault } from './attribute-default.js';
import { attributeTwice } from './attribute-twice.js';
import { attributeTwiceByName } from './attribute-twice-by-name.js';
import { attributeValueEmpty } from './attribute-value-empty.js';
import { attributeValuePadded } from './attribute-value-padded.js';
import { attributeWithoutName } from './attribute-without-name.js';
import { audienceApplicationId } from './audience-application-id.js';
import { audienceOtherCase } from './audience-other-case.js';
import { audienceOtherRegion } from './audience-other-region.js';
import { audienceReplyUrl } from './audience-reply-url.js';
import { audienceSpn } from './audience-spn.js';
import { audienceWildcard } from './audience-wildcard.js';
import { audienceWithSlash } from './audience-with-slash.js';
import { authnContextUnspecified } from './authn-context-unspecified.js';
import { authnRequestInstead } from './authn-request-instead.js';
import { bareAssertion } from './bare-assertion.js';
import { brokenUtf8 } from './broken-utf-8.js';
import { canonicalizationWithComments } from './canonicalization-with-comments.js';
import { cdataInNameId } from './cdata-in-name-id.js';
import { claimChanged } from './claim-changed.js';
import { commentInClaim } from './comment-in-claim.js';
import { commentInDigest } from './comment-in-digest.js';
import { commentInNameId } from './comment-in-name-id.js';
import { commentTruncatesNameId } from './comment-truncates-name-id.js';
import { confirmationExpired } from './confirmation-expired.js';
import { confirmationWithNotBefore } from './confirmation-with-not-before.js';
import { confirmationWithoutEnd } from './confirmation-without-end.js';
import { controlCharacter } from './control-character.js';
import { decoySignatureInExtensions } from './decoy-signature-in-extensions.js';
import { decoySignatureInObject } from './decoy-signature-in-object.js';
import { deflated } from './deflated.js';
import { destinationEmpty } from './destination-empty.js';
import { destinationOtherPath } from './destination-other-path.js';
import { destinationOtherScheme } from './destination-other-scheme.js';
import { destinationWithSlash } from './destination-with-slash.js';
import { documentType } from './document-type.js';
import { duplicateId } from './duplicate-id.js';
import { elementInNameId } from './element-in-name-id.js';
import { emailClaimMissing } from './email-claim-missing.js';
import { emptyDigest } from './empty-digest.js';
import { emptyNameId } from './empty-name-id.js';
import { emptyPost } from './empty-post.js';
import { emptyValue } from './empty-value.js';
import { encryptedAndTampered } from './encrypted-and-tampered.js';
import { encryptedButUnsigned } from './encrypted-but-unsigned.js';
import { encryptedDocumentType } from './encrypted-document-type.js';
import { encryptedForAnotherKey } from './encrypted-for-another-key.js';
import { encryptedSomethingElse } from './encrypted-something-else.js';
import { encryptedWith3des } from './encrypted-with-3des.js';
import { encryptedWithRsa15 } from './encrypted-with-rsa-1-5.js';
import { endIsNoTime } from './end-is-no-time.js';
import { entityBomb } from './entity-bomb.js';
import { entityInNameId } from './entity-in-name-id.js';
import { expired } from './expired.js';
import { externalEntity } from './external-entity.js';
import { forgedBesideEncrypted } from './forged-beside-encrypted.js';
import { future } from './future.js';
import { garbageInBase64 } from './garbage-in-base64.js';
import { graftedAssertion } from './grafted-assertion.js';
import { groupsOverage } from './groups-overage.js';
import { hmacWithPublicCertificate } from './hmac-with-public-certificate.js';
import { holderOfKey } from './holder-of-key.js';
import { idBeginsWithDigit } from './id-begins-with-digit.js';
import { idInLowerCase } from './id-in-lower-case.js';
import { idInNamespace } from './id-in-namespace.js';
import { idIsNoName } from './id-is-no-name.js';
import { inResponseToDiffers } from './in-response-to-differs.js';
import { inactiveKey } from './inactive-key.js';
import { inclusiveCanonicalization } from './inclusive-canonicalization.js';
import { issueInstantLastYear } from './issue-instant-last-year.js';
import { issueInstantTomorrow } from './issue-instant-tomorrow.js';
import { issueInstantWithoutZone } from './issue-instant-without-zone.js';
import { issuerWithoutSlash } from './issuer-without-slash.js';
import { logoutResponseInstead } from './logout-response-instead.js';
import { nameIdAsAttribute } from './name-id-as-attribute.js';
import { nameIdChanged } from './name-id-changed.js';
import { nameIdFormatUnspecified } from './name-id-format-unspecified.js';
import { nameIdGuest } from './name-id-guest.js';
import { nameIdOpaque } from './name-id-opaque.js';
import { nameIdTransient } from './name-id-transient.js';
import { nameIdUpn } from './name-id-upn.js';
import { noAssertion } from './no-assertion.js';
import { noAssertionIssuer } from './no-assertion-issuer.js';
import { noAudience } from './no-audience.js';
import { noAuthnStatement } from './no-authn-statement.js';
import { noConditions } from './no-conditions.js';
import { noConfirmation } from './no-confirmation.js';
import { noConfirmationData } from './no-confirmation-data.js';
import { noEndOfValidity } from './no-end-of-validity.js';
import { noNameId } from './no-name-id.js';
import { noRecipient } from './no-recipient.js';
import { noStatus } from './no-status.js';
import { noSubject } from './no-subject.js';
import { notYetValid } from './not-yet-valid.js';
import { objectInSignature } from './object-in-signature.js';
import { oversized } from './oversized.js';
import { plusBecomesSpace } from './plus-becomes-space.js';
import { processingInstructionInDigest } from './processing-instruction-in-digest.js';
import { processingInstructionInNameId } from './processing-instruction-in-name-id.js';
import { rawXml } from './raw-xml.js';
import { referenceDangling } from './reference-dangling.js';
import { referenceEmpty } from './reference-empty.js';
import { referenceXpointer } from './reference-xpointer.js';
import { reformatted } from './reformatted.js';
import { relativeNamespace } from './relative-namespace.js';
import { relayStateChanged } from './relay-state-changed.js';
import { relayStateElsewhere } from './relay-state-elsewhere.js';
import { relayStateTooLong } from './relay-state-too-long.js';
import { replayedAssertion } from './replayed-assertion.js';
import { replayedResponse } from './replayed-response.js';
import { requestField } from './request-field.js';
import { responseInForeignNamespace } from './response-in-foreign-namespace.js';
import { responseNotSigned } from './response-not-signed.js';
import { responseSignatureBroken } from './response-signature-broken.js';
import { responseSignedByRogueKey } from './response-signed-by-rogue-key.js';
import { responseVersion11 } from './response-version-1-1.js';
import { responseWithoutId } from './response-without-id.js';
import { rogueKey } from './rogue-key.js';
import { rogueKeyRealCertificate } from './rogue-key-real-certificate.js';
import { saml11Response } from './saml-1-1-response.js';
import { secondAudienceRestriction } from './second-audience-restriction.js';
import { secondRoot } from './second-root.js';
import { secondSignature } from './second-signature.js';
import { secondSignedInfo } from './second-signed-info.js';
import { sentAsPlainText } from './sent-as-plain-text.js';
import { sentByGet } from './sent-by-get.js';
import { sentTwice } from './sent-twice.js';
import { sessionExpired } from './session-expired.js';
import { sha1 } from './sha-1.js';
import { signatureDetached } from './signature-detached.js';
import { signatureExcluded } from './signature-excluded.js';
import { signatureTwice } from './signature-twice.js';
import { signatureValueChanged } from './signature-value-changed.js';
import { signatureValueEmpty } from './signature-value-empty.js';
import { stale } from './stale.js';
import { statusAadsts } from './status-aadsts.js';
import { statusAuthnFailed } from './status-authn-failed.js';
import { statusNoPassive } from './status-no-passive.js';
import { statusWithAssertion } from './status-with-assertion.js';
import { statusWithMarkup } from './status-with-markup.js';
import { tenantKey } from './tenant-key.js';
import { testRequestId } from './test-request-id.js';
import { textAfterRoot } from './text-after-root.js';
import { tooDeep } from './too-deep.js';
import { tooManyAttributes } from './too-many-attributes.js';
import { tooManyElements } from './too-many-elements.js';
import { tooManyTransforms } from './too-many-transforms.js';
import { truncatedBase64 } from './truncated-base64.js';
import { truncatedXml } from './truncated-xml.js';
import { twoAssertions } from './two-assertions.js';
import { twoConditions } from './two-conditions.js';
import { twoNameIds } from './two-name-ids.js';
import { twoReferences } from './two-references.js';
import { unknownCondition } from './unknown-condition.js';
import { unknownElement } from './unknown-element.js';
import { unknownInResponseTo } from './unknown-in-response-to.js';
import { unsigned } from './unsigned.js';
import { unsolicited } from './unsolicited.js';
import { urlEncodedTwice } from './url-encoded-twice.js';
import { urlSafeBase64 } from './url-safe-base64.js';
import { userNotInDirectory } from './user-not-in-directory.js';
import { utf16 } from './utf-16.js';
import { validForYears } from './valid-for-years.js';
import { valuesPadded } from './values-padded.js';
import { wrongAssertionIssuer } from './wrong-assertion-issuer.js';
import { wrongAudience } from './wrong-audience.js';
import { wrongDestination } from './wrong-destination.js';
import { wrongEncodingDeclared } from './wrong-encoding-declared.js';
import { wrongFieldName } from './wrong-field-name.js';
import { wrongRecipient } from './wrong-recipient.js';
import { wrongResponseIssuer } from './wrong-response-issuer.js';
import { wrongTenant } from './wrong-tenant.js';
import { wsFederationWrapper } from './ws-federation-wrapper.js';
import { xpathTransform } from './xpath-transform.js';
import { xsltTransform } from './xslt-transform.js';
import { xsw1 } from './xsw-1.js';
import { xsw2 } from './xsw-2.js';
import { xsw3 } from './xsw-3.js';
import { xsw4 } from './xsw-4.js';
import { xsw5 } from './xsw-5.js';
import { xsw6 } from './xsw-6.js';
import { xsw7 } from './xsw-7.js';
import { xsw8 } from './xsw-8.js';
import { xsw9 } from './xsw-9.js';

export const faults: readonly Fault[] = [
  emptyPost,
  emptyValue,
  wrongFieldName,
  requestField,
  sentTwice,
  sentByGet,
  sentAsPlainText,
  rawXml,
  plusBecomesSpace,
  urlEncodedTwice,
  urlSafeBase64,
  garbageInBase64,
  truncatedBase64,
  deflated,
  utf16,
  brokenUtf8,
  oversized,
  tooManyElements,
  tooDeep,
  tooManyAttributes,
  truncatedXml,
  textAfterRoot,
  secondRoot,
  attributeTwice,
  controlCharacter,
  wrongEncodingDeclared,
  documentType,
  entityInNameId,
  entityBomb,
  externalEntity,
  attributeDefault,
  bareAssertion,
  authnRequestInstead,
  logoutResponseInstead,
  responseInForeignNamespace,
  saml11Response,
  wsFederationWrapper,
  responseVersion11,
  assertionVersion11,
  responseWithoutId,
  idIsNoName,
  idBeginsWithDigit,
  issueInstantWithoutZone,
  unknownElement,
  relativeNamespace,
  duplicateId,
  idInLowerCase,
  idInNamespace,
  commentInNameId,
  commentTruncatesNameId,
  commentInClaim,
  processingInstructionInNameId,
  cdataInNameId,
  statusAuthnFailed,
  statusNoPassive,
  statusAadsts,
  statusWithAssertion,
  noStatus,
  statusWithMarkup,
  noAssertion,
  twoAssertions,
  assertionInExtensions,
  assertionInForeignNamespace,
  encryptedForAnotherKey,
  encryptedWithRsa15,
  encryptedWith3des,
  encryptedAndTampered,
  encryptedButUnsigned,
  forgedBesideEncrypted,
  encryptedSomethingElse,
  encryptedDocumentType,
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
  wrongResponseIssuer,
  wrongAssertionIssuer,
  noAssertionIssuer,
  wrongTenant,
  issuerWithoutSlash,
  wrongDestination,
  destinationEmpty,
  destinationOtherScheme,
  destinationWithSlash,
  destinationOtherPath,
  wrongRecipient,
  noRecipient,
  noAudience,
  wrongAudience,
  audienceSpn,
  audienceApplicationId,
  audienceReplyUrl,
  audienceOtherRegion,
  audienceOtherCase,
  audienceWithSlash,
  audienceWildcard,
  secondAudienceRestriction,
  unknownInResponseTo,
  testRequestId,
  inResponseToDiffers,
  graftedAssertion,
  unsolicited,
  replayedResponse,
  replayedAssertion,
  relayStateChanged,
  relayStateElsewhere,
  relayStateTooLong,
  noSubject,
  noNameId,
  emptyNameId,
  nameIdAsAttribute,
  twoNameIds,
  elementInNameId,
  noConfirmation,
  holderOfKey,
  noConfirmationData,
  confirmationExpired,
  confirmationWithoutEnd,
  confirmationWithNotBefore,
  nameIdUpn,
  nameIdGuest,
  nameIdOpaque,
  nameIdTransient,
  nameIdFormatUnspecified,
  userNotInDirectory,
  noConditions,
  twoConditions,
  unknownCondition,
  stale,
  expired,
  future,
  notYetValid,
  noEndOfValidity,
  endIsNoTime,
  validForYears,
  issueInstantTomorrow,
  issueInstantLastYear,
  noAuthnStatement,
  sessionExpired,
  authnContextUnspecified,
  attributeTwiceByName,
  attributeValueEmpty,
  attributeValuePadded,
  attributeWithoutName,
  groupsOverage,
  emailClaimMissing,
];

const byId: ReadonlyMap<string, Fault> = new Map(faults.map((fault) => [fault.id, fault]));

/** The faults of these ids, in the order of the registry, each once. @throws HarnessError `FAULT_UNKNOWN`. */
export function findFaults(ids: readonly string[]): readonly Fault[] {
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown === undefined) return faults.filter(({ id }) => ids.includes(id));
  throw new HarnessError(
    'FAULT_UNKNOWN',
    `There is no fault "${String(unknown).slice(0, 60)}".`,
    'GET /api/v1/faults at the stand-in, or `saml-rehearsal faults`, lists them.',
  );
}
