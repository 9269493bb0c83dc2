/** `import 'saml-rehearsal/jest'` once, in a test or in `setupFilesAfterEnv`: adds the matchers and the snapshot serializer to jest's `expect`. */

import { expect } from '@jest/globals';
import { extend } from './extend.js';
import type { SamlMatchers } from './matcher-types.js';

extend(expect);

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends SamlMatchers<R> {}
}

declare global {
  namespace jest {
    // Those of @types/jest, where it is used instead of @jest/globals.
    // biome-ignore lint/complexity/noBannedTypes: the parameters must be those of the interface that is extended.
    interface Matchers<R, T = {}> extends SamlMatchers<R> {}
  }
}

export type { SamlMatchers };
