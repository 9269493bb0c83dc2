import type { Fault } from '../../fault.js';
import { attributeTwiceByName } from '../attribute-twice-by-name.js';
import { attributeValueEmpty } from '../attribute-value-empty.js';
import { attributeValuePadded } from '../attribute-value-padded.js';
import { attributeWithoutName } from '../attribute-without-name.js';
import { emailClaimMissing } from '../email-claim-missing.js';
import { groupsOverage } from '../groups-overage.js';

export const attributesFaults: readonly Fault[] = [
  attributeTwiceByName,
  attributeValueEmpty,
  attributeValuePadded,
  attributeWithoutName,
  groupsOverage,
  emailClaimMissing,
];
