import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Ends the server of this run when a test has started it. */
export default async function teardown() {
  const folder = process.env.REHEARSAL_TEST_POSTGRES ?? '';
  const file = join(folder, 'server.json');
  const { pid } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (pid !== undefined) {
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; existsSync(folder) && waited < 5_000; waited += 20) await setTimeout(20);
  }
  rmSync(folder, { recursive: true, force: true });
}
