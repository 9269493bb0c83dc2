/**
 * Genuine messages, spoilt in every way that comes to mind. Nothing makes the judgement throw, nothing that was not signed is accepted
 * or shown as verified. `npm run fuzz -- --runs 1000000` looks further; a failure prints the seed that repeats it.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACS } from '../a-response.js';
import { judged, MESSAGES, shown } from './genuine.js';
import { encode, mutate, spoilt } from './mutations.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const MEGABYTE = 1024 * 1024;

/** What may be shown as verified: exactly what one of the genuine messages says. */
const genuine = new Set<string>();
beforeAll(async () => {
  for (const message of MESSAGES) {
    const diagnosis = await judged(encode(message, -1));
    genuine.add(shown(diagnosis));
  }
});

/** Host and scheme may be written in another case, and the default port be written out: that is warned about. */
const isHere = (destination: string | undefined) =>
  destination === undefined || (URL.canParse(destination) && new URL(destination).href === ACS);

describe('A genuine message', () => {
  it.each(MESSAGES.map((message, index) => ({ index, message })))(
    '$index holds before it is spoilt',
    async ({ message }) => {
      const diagnosis = await judged(encode(message, -1));
      const errors = diagnosis.findings.filter((f) => f.status === 'fail' && f.severity === 'error').map((f) => f.id);
      expect(errors).toEqual(message.includes('InResponseTo') ? [] : ['in-response-to-known']);
      expect(diagnosis.verified).toBe(true);
    },
  );
});

describe('A spoilt message', () => {
  it(
    'never makes the judgement throw, is accepted only with the identity that was signed, and shows as verified only what was',
    async () => {
      const counts = { accepted: 0, verified: 0, read: 0 };
      const before = process.memoryUsage().rss;
      await fc.assert(
        fc.asyncProperty(spoilt(MESSAGES.length), async ({ message, other, mutations, encoding }) => {
          const text = mutate(MESSAGES[message] ?? '', mutations, MESSAGES[other] ?? '');
          const diagnosis = await judged(encode(text, encoding));
          const { accepted, verified, findings, response } = diagnosis;
          const crashed = findings.find(({ status }) => status === 'crashed');
          if (crashed) throw new Error(`crashed: ${crashed.id}: ${crashed.summary}`);
          if (response) counts.read++;
          if (verified) counts.verified++;
          if (verified && !genuine.has(shown(diagnosis))) throw new Error(`shown as verified: ${shown(diagnosis)}`);
          if (!accepted) return;
          counts.accepted++;
          if (!verified) throw new Error('accepted without being verified');
          if (!response?.status?.code?.endsWith(':Success')) throw new Error('accepted without success');
          if (!isHere(response.destination)) throw new Error('accepted elsewhere');
        }),
        { numRuns: RUNS, seed: SEED },
      );
      // Mutations that nobody could read, or that change nothing, would prove nothing.
      expect(counts.read / RUNS).toBeGreaterThan(0.2);
      expect(counts.accepted).toBeGreaterThan(0);
      expect(counts.verified).toBeGreaterThan(counts.accepted);
      expect(process.memoryUsage().rss - before).toBeLessThan(512 * MEGABYTE);
      if (process.env['FUZZ_RUNS'] !== undefined) process.stdout.write(`${JSON.stringify(counts)}\n`);
    },
    60_000 + RUNS * 20,
  );
});
