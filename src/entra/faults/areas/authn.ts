import type { Fault } from '../../fault.js';
import { authnContextUnspecified } from '../authn-context-unspecified.js';
import { noAuthnStatement } from '../no-authn-statement.js';
import { sessionExpired } from '../session-expired.js';

export const authnFaults: readonly Fault[] = [noAuthnStatement, sessionExpired, authnContextUnspecified];
