/** Keeps one server for a whole test run: `keeper.mjs <folder> <pid>` ends it, and itself, when that process is gone. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from './server.mjs';

const [folder = '', owner = ''] = process.argv.slice(2);
/**
 * @param {Awaited<ReturnType<typeof startServer>>} server
 * @returns {Promise<never>}
 */
const stop = async (server) => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
/**
 * Whoever waits reads a file that is there as a whole or not at all.
 *
 * @param {{ url: string, pid: number } | { error: string }} facts
 */
const say = async (facts) => {
  await writeFile(join(folder, 'server.part'), JSON.stringify(facts), { mode: 0o600 });
  await rename(join(folder, 'server.part'), join(folder, 'server.json'));
};
try {
  const server = await startServer(folder);
  process.on('SIGTERM', () => void stop(server));
  setInterval(() => {
    try {
      process.kill(Number(owner), 0);
    } catch {
      void stop(server);
    }
  }, 500);
  await say({ url: server.url, pid: process.pid });
} catch (error) {
  await say({ error: error instanceof Error ? error.message : String(error) });
}
