// @ts-check
/** A program that answers one line of JSON for each line of JSON. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @param {readonly string[]} command
 */
export function startChild([program = '', ...args]) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {Record<string, unknown>} order */
    async ask(order) {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ${args.join(' ')} ended: ${complaint}`);
      return JSON.parse(value);
    },
    stop() {
      child.stdin.destroy();
      child.kill();
    },
  };
}
