// @ts-check
/** Preloaded into a server: says on demand how long its event loop was held up at most since it was asked to forget. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  // After the answer has left: what was held up by it counts.
  setTimeout(() => {
    process.stderr.write(line === 'delay' ? `delay ${delay.max / 1e6}\n` : 'reset\n');
    delay.reset();
  }, 20);
});
process.stdin.unref?.();
