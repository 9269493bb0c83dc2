import type { Fault } from '../../fault.js';
import { noStatus } from '../no-status.js';
import { statusAadsts } from '../status-aadsts.js';
import { statusAuthnFailed } from '../status-authn-failed.js';
import { statusNoPassive } from '../status-no-passive.js';
import { statusWithAssertion } from '../status-with-assertion.js';
import { statusWithMarkup } from '../status-with-markup.js';

export const statusFaults: readonly Fault[] = [
  statusAuthnFailed,
  statusNoPassive,
  statusAadsts,
  statusWithAssertion,
  noStatus,
  statusWithMarkup,
];
