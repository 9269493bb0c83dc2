/** A harness with one accepted login, for all tests of a file. */
import { afterAll, beforeAll } from '@jest/globals';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aResponse } from '../a-response.js';
import { aRehearsal } from './a-rehearsal.js';

export let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
export let login: AnsweredLogin;
/** Of the service provider. */
export let origin: URL;
beforeAll(async () => {
  rehearsal = await aRehearsal();
  ({ login } = await rehearsal.post(aResponse({ unsolicited: true }).base64));
  origin = new URL(rehearsal.harness.url);
});
afterAll(() => rehearsal.harness.stop());

/** The header of a request that asks under the harness's own name. */
export const own = () => `Host: ${origin.host}`;
