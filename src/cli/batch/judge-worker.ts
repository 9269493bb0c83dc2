/** Runs in a worker thread: judges the files it is sent the names of. */
import { parentPort, workerData } from 'node:worker_threads';
import { type BatchOrder, type JudgedFile, judgeFile } from './judge-file.js';

const order = workerData as BatchOrder;
const nothing: AsyncIterable<string> = { async *[Symbol.asyncIterator]() {} };

parentPort?.on('message', async (names: readonly string[]) => {
  const judged: JudgedFile[] = [];
  for (const name of names) judged.push(await judgeFile(name, order, nothing));
  parentPort?.postMessage(judged);
});
