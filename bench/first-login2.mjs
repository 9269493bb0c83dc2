import { createRequire } from 'node:module';
const dir='/work/h/start/dist/bundle2/';
const { load } = createRequire(import.meta.url)(dir+'load.cjs');
const { createHarness } = load(dir + 'index.cjs');
const harness = await createHarness();
const login = await harness.signIn();
await harness.stop();
if (!login.accepted) throw new Error('the login was not accepted');
