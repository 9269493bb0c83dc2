/** Puts everything together: `createHarness`. */
export { createHarness, type Harness } from './harness/create-harness.js';
export type { HarnessOptions } from './harness/options.js';
export type { SignInOptions } from './harness/sign-in.js';
