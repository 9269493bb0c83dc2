// @ts-check
/** A test's first login, as the library is published: harness, stand-in, key, and all. */
const bundle = new URL('../dist/bundle/index.mjs', import.meta.url).href;
/** @type {typeof import('../src/index.js')} */
const { createHarness } = await import(bundle);
const harness = await createHarness();
const login = await harness.signIn();
await harness.stop();
if (!login.accepted) throw new Error('the login was not accepted');
