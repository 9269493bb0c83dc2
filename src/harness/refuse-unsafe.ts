import { HarnessError } from '../errors.js';
import type { HarnessOptions } from './options.js';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Whether only this machine can reach a harness that listens there. */
export const isLoopback = (host = 'localhost'): boolean => LOOPBACK.includes(host);

/**
 * Beyond loopback nothing is open: assertions are personal data, and the stand-in signs in anybody as anybody.
 *
 * @param mode of NODE_ENV
 * @throws HarnessError `TEST_IDP_IN_PRODUCTION`, `TOKEN_REQUIRED`, `TOKEN_WEAK`, `TEST_IDP_EXPOSED`.
 */
export function refuseUnsafe(
  { host = 'localhost', token, entra, iKnowThisIsATestIdp }: HarnessOptions,
  mode: string | undefined,
): void {
  if (mode === 'production' && entra !== false && !iKnowThisIsATestIdp) {
    throw new HarnessError(
      'TEST_IDP_IN_PRODUCTION',
      'NODE_ENV is production, and the stand-in for Entra ID signs in anybody as anybody.',
      'Leave it out with --no-entra, or say --i-know-this-is-a-test-idp.',
    );
  }
  if (isLoopback(host)) return;
  if (token === undefined) {
    throw new HarnessError(
      'TOKEN_REQUIRED',
      `Listening on ${host} needs a token: inspector and API would be open to everybody who can reach it.`,
      'Give a long random one with --token, or listen on localhost.',
    );
  }
  if (token.length < 16) {
    throw new HarnessError(
      'TOKEN_WEAK',
      `The token has ${token.length} characters; on ${host} others can try it.`,
      'Give a random one of at least 16 characters, such as `openssl rand -hex 32` prints.',
    );
  }
  if (entra !== false && !iKnowThisIsATestIdp) {
    throw new HarnessError(
      'TEST_IDP_EXPOSED',
      `The stand-in for Entra ID would be reachable on ${host}, and it signs in anybody as anybody.`,
      'Leave it out with --no-entra, or say --i-know-this-is-a-test-idp.',
    );
  }
}
