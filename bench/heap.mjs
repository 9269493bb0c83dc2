// @ts-check
/** Preloaded into a server started with --expose-gc: says on demand what it holds once everything nobody needs is collected. */
import { createInterface } from 'node:readline';

createInterface({ input: process.stdin }).on('line', async () => {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  process.stderr.write(`held ${[rss, heapUsed, external].map((bytes) => bytes / 1024 ** 2).join(' ')}\n`);
});
process.stdin.unref?.();
