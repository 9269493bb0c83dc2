import type { CheckDefinition } from '../check.js';
import { assertionDecrypts } from './assertion-decrypts.js';
import { assertionIssuerMatches } from './assertion-issuer-matches.js';
import { assertionNotReplayed } from './assertion-not-replayed.js';
import { assertionSignedWhenRequired } from './assertion-signed-when-required.js';
import { attributesWellFormed } from './attributes-well-formed.js';
import { audienceMatches } from './audience-matches.js';
import { audiencePresent } from './audience-present.js';
import { authnContextAsRequested } from './authn-context-as-requested.js';
import { authnStatementPresent } from './authn-statement-present.js';
import { bearerConfirmationPresent } from './bearer-confirmation-present.js';
import { claimsSatisfyContract } from './claims-satisfy-contract.js';
import { clockAgrees } from './clock-agrees.js';
import { conditionsNotExpired } from './conditions-not-expired.js';
import { conditionsPresent } from './conditions-present.js';
import { conditionsStarted } from './conditions-started.js';
import { conditionsUnderstood } from './conditions-understood.js';
import { destinationMatches } from './destination-matches.js';
import { digestMatches } from './digest-matches.js';
import { encryptionNotWeak } from './encryption-not-weak.js';
import { groupsNotOverage } from './groups-not-overage.js';
import { idsUnique } from './ids-unique.js';
import { inResponseToConsistent } from './in-response-to-consistent.js';
import { inResponseToKnown } from './in-response-to-known.js';
import { messageDecodes } from './message-decodes.js';
import { messagePresent } from './message-present.js';
import { messageSizeAcceptable } from './message-size-acceptable.js';
import { nameIdFormatExpected } from './name-id-format-expected.js';
import { nameIdIsEmail } from './name-id-is-email.js';
import { nameIdPresent } from './name-id-present.js';
import { noCommentsInValues } from './no-comments-in-values.js';
import { noDocumentType } from './no-document-type.js';
import { oneAssertion } from './one-assertion.js';
import { recipientMatches } from './recipient-matches.js';
import { relayStateReturned } from './relay-state-returned.js';
import { requestAcceptableToEntra } from './request-acceptable-to-entra.js';
import { responseIssuerMatches } from './response-issuer-matches.js';
import { responseSignedWhenRequired } from './response-signed-when-required.js';
import { rootIsResponse } from './root-is-response.js';
import { sessionNotExpired } from './session-not-expired.js';
import { signatureAlgorithmStrong } from './signature-algorithm-strong.js';
import { signatureCoversAssertion } from './signature-covers-assertion.js';
import { signaturePresent } from './signature-present.js';
import { signatureReferenceSound } from './signature-reference-sound.js';
import { signatureVerifies } from './signature-verifies.js';
import { signingCertificateCurrent } from './signing-certificate-current.js';
import { signingCertificatePublished } from './signing-certificate-published.js';
import { statusIsSuccess } from './status-is-success.js';
import { structureAsInSchema } from './structure-as-in-schema.js';
import { subjectConfirmationInTime } from './subject-confirmation-in-time.js';
import { subjectPresent } from './subject-present.js';
import { unsolicitedResponseAllowed } from './unsolicited-response-allowed.js';
import { userInDirectory } from './user-in-directory.js';
import { validityNotExcessive } from './validity-not-excessive.js';
import { versionIs20 } from './version-is-2-0.js';
import { xmlWellFormed } from './xml-well-formed.js';

/**
 * Every check, in the order an administrator should read them: `id`, `title`, `stage`, `severity`, `why` it matters, the clauses
 * it holds a message to (`spec`), the `kinds` of its failures and the `remedies` they may name. `docs/reference/checks.md` is made from it.
 */
export const checks: readonly CheckDefinition[] = [
  messagePresent,
  messageDecodes,
  messageSizeAcceptable,
  xmlWellFormed,
  noDocumentType,
  rootIsResponse,
  versionIs20,
  structureAsInSchema,
  idsUnique,
  noCommentsInValues,
  statusIsSuccess,
  oneAssertion,
  assertionDecrypts,
  encryptionNotWeak,
  signaturePresent,
  signatureCoversAssertion,
  signatureReferenceSound,
  digestMatches,
  signatureVerifies,
  signingCertificatePublished,
  signingCertificateCurrent,
  signatureAlgorithmStrong,
  responseSignedWhenRequired,
  assertionSignedWhenRequired,
  responseIssuerMatches,
  assertionIssuerMatches,
  destinationMatches,
  recipientMatches,
  audiencePresent,
  audienceMatches,
  inResponseToKnown,
  inResponseToConsistent,
  unsolicitedResponseAllowed,
  assertionNotReplayed,
  relayStateReturned,
  subjectPresent,
  nameIdPresent,
  bearerConfirmationPresent,
  subjectConfirmationInTime,
  nameIdFormatExpected,
  nameIdIsEmail,
  userInDirectory,
  conditionsPresent,
  conditionsStarted,
  conditionsNotExpired,
  conditionsUnderstood,
  validityNotExcessive,
  clockAgrees,
  authnStatementPresent,
  sessionNotExpired,
  authnContextAsRequested,
  attributesWellFormed,
  groupsNotOverage,
  claimsSatisfyContract,
  requestAcceptableToEntra,
];

const byId: ReadonlyMap<string, CheckDefinition> = new Map(checks.map((check) => [check.id, check]));

/** One check by its id. */
export function findCheck(id: string): CheckDefinition | undefined {
  return byId.get(id);
}
