import type { Fault } from '../../fault.js';
import { confirmationExpired } from '../confirmation-expired.js';
import { confirmationWithNotBefore } from '../confirmation-with-not-before.js';
import { confirmationWithoutEnd } from '../confirmation-without-end.js';
import { elementInNameId } from '../element-in-name-id.js';
import { emptyNameId } from '../empty-name-id.js';
import { holderOfKey } from '../holder-of-key.js';
import { nameIdAsAttribute } from '../name-id-as-attribute.js';
import { nameIdFormatUnspecified } from '../name-id-format-unspecified.js';
import { nameIdGuest } from '../name-id-guest.js';
import { nameIdOpaque } from '../name-id-opaque.js';
import { nameIdTransient } from '../name-id-transient.js';
import { nameIdUpn } from '../name-id-upn.js';
import { noConfirmation } from '../no-confirmation.js';
import { noConfirmationData } from '../no-confirmation-data.js';
import { noNameId } from '../no-name-id.js';
import { noSubject } from '../no-subject.js';
import { twoNameIds } from '../two-name-ids.js';
import { userNotInDirectory } from '../user-not-in-directory.js';

export const subjectFaults: readonly Fault[] = [
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
];
