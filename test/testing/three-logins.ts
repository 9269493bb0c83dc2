/** Three logins to hold against a matcher: accepted, refused for its audience, and unsigned. */
import { afterAll, beforeAll } from '@jest/globals';
import { type AnsweredLogin, createHarness, type Harness } from '../../src/index.js';
import '../../src/testing/jest.js';

export let harness: Harness;
export let good: AnsweredLogin;
export let wrongAudience: AnsweredLogin;
export let unsigned: AnsweredLogin;
beforeAll(async () => {
  harness = await createHarness();
  good = await harness.signIn();
  wrongAudience = await harness.signIn({ faults: ['wrong-audience'] });
  unsigned = await harness.signIn({ faults: ['unsigned'] });
});
afterAll(() => harness.stop());

/** The text a failing assertion prints. */
export function failure(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion held, and should not have');
}
