import { loginSerializer } from './login-serializer.js';
import * as matchers from './matchers/index.js';

/** Jest's `expect`, and vitest's, as far as we need it. */
interface Extensible {
  extend(added: typeof matchers): void;
  addSnapshotSerializer(serializer: typeof loginSerializer): void;
}

/** Adds the matchers and the snapshot serializer. */
export function extend(expect: Extensible): void {
  expect.extend({ ...matchers });
  expect.addSnapshotSerializer(loginSerializer);
}
