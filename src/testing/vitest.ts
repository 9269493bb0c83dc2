/** `import 'saml-rehearsal/vitest'` once, in a test or in `setupFiles`: adds the matchers and the snapshot serializer to vitest's `expect`. */

import { expect } from 'vitest';
import { extend } from './extend.js';
import type { SamlMatchers } from './matcher-types.js';

extend(expect);

declare module 'vitest' {
  // T is what was passed to expect(); vitest itself makes promises of what comes after .resolves.
  // biome-ignore lint/suspicious/noExplicitAny: the parameter must be that of the interface that is extended.
  interface Matchers<T = any> extends SamlMatchers<void> {}
}

export type { SamlMatchers };
