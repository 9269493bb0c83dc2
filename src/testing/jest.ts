/** `import 'saml-rehearsal/jest'` once, in a test or in `setupFilesAfterEach`: adds the matchers and the snapshot serializer to jest's `expect`. */

import { expect } from '@jest/globals';
import { loginSerializer } from './login-serializer.js';
import type { SamlMatchers } from './matcher-types.js';
import * as matchers from './matchers/index.js';

expect.extend({ ...matchers });
expect.addSnapshotSerializer(loginSerializer);

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends SamlMatchers<R> {}
}

export type { SamlMatchers };
