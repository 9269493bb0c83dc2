/** Harnesses that are stopped after the test, whatever becomes of it. */
import { afterEach } from '@jest/globals';
import { createHarness, type Harness, type HarnessOptions } from '../../src/index.js';

let running: Harness[] = [];
export async function start(options: HarnessOptions = {}): Promise<Harness> {
  const harness = await createHarness(options);
  running.push(harness);
  return harness;
}
afterEach(async () => {
  await Promise.all(running.map((harness) => harness.stop()));
  running = [];
});
