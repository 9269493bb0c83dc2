/** `import 'saml-rehearsal/vitest'` once, in a test or in `setupFiles`: adds the matchers and the snapshot serializer to vitest's `expect`. */

import { expect } from 'vitest';
import { loginSerializer } from './login-serializer.js';
import type { SamlMatchers } from './matcher-types.js';
import * as matchers from './matchers/index.js';

expect.extend({ ...matchers });
expect.addSnapshotSerializer(loginSerializer);

declare module 'vitest' {
  // T is what was passed to expect(); vitest itself makes promises of what comes after .resolves.
  // biome-ignore lint/suspicious/noExplicitAny: the parameter must be that of the interface that is extended.
  interface Matchers<T = any> extends SamlMatchers<void> {}
}

export type { SamlMatchers };
