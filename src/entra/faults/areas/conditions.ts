import type { Fault } from '../../fault.js';
import { endIsNoTime } from '../end-is-no-time.js';
import { expired } from '../expired.js';
import { future } from '../future.js';
import { issueInstantLastYear } from '../issue-instant-last-year.js';
import { issueInstantTomorrow } from '../issue-instant-tomorrow.js';
import { noConditions } from '../no-conditions.js';
import { noEndOfValidity } from '../no-end-of-validity.js';
import { notYetValid } from '../not-yet-valid.js';
import { stale } from '../stale.js';
import { twoConditions } from '../two-conditions.js';
import { unknownCondition } from '../unknown-condition.js';
import { validForYears } from '../valid-for-years.js';

export const conditionsFaults: readonly Fault[] = [
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
];
