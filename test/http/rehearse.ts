import { afterAll } from '@jest/globals';
import type { HarnessOptions } from '../../src/index.js';
import { aRehearsal } from '../security/a-rehearsal.js';

const rehearsals: { readonly harness: { stop(): Promise<void> } }[] = [];
/** A rehearsal that is stopped when the file is done. */
export const rehearse = async (options: HarnessOptions = {}) => {
  const rehearsal = await aRehearsal(options);
  rehearsals.push(rehearsal);
  return { ...rehearsal, app: rehearsal.harness.app };
};
afterAll(() => Promise.all(rehearsals.map(({ harness }) => harness.stop())));
