import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { CliIo } from '../cli-io.js';
import { type BatchOrder, type JudgedFile, judgeFile } from './judge-file.js';

/** Threads are started only for as many files as make up for the time that takes. */
const WORTH_THREADS = 64;
const AT_ONCE = 16;

const WORKER = new URL('./judge-worker.js', import.meta.url);

/**
 * Judges every file, on all cores when there are many.
 *
 * @param onDone told how many are done so far
 * @returns in the order of the names
 */
export async function judgeFiles(
  names: readonly string[],
  order: BatchOrder,
  stdin: CliIo['stdin'],
  onDone: (done: number) => void,
): Promise<JudgedFile[]> {
  const cores = Math.min(availableParallelism(), Math.floor(names.length / WORTH_THREADS));
  // Only the build has a worker that Node can load as it is.
  if (cores < 2 || names.includes('-') || !existsSync(fileURLToPath(WORKER))) {
    const judged: JudgedFile[] = [];
    for (const name of names) onDone(judged.push(await judgeFile(name, order, stdin)));
    return judged;
  }
  return onThreads(names, order, cores, onDone);
}

async function onThreads(
  names: readonly string[],
  order: BatchOrder,
  cores: number,
  onDone: (done: number) => void,
): Promise<JudgedFile[]> {
  const { Worker } = await import('node:worker_threads');
  const judged: JudgedFile[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const worker = new Worker(WORKER, { workerData: order });
    try {
      while (next < names.length) {
        const from = next;
        next += AT_ONCE;
        const answers = await ask(worker, names.slice(from, next));
        for (const [at, answer] of answers.entries()) judged[from + at] = answer;
        done += answers.length;
        onDone(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: cores }, work));
  return judged;
}

function ask(worker: Worker, names: readonly string[]): Promise<JudgedFile[]> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answers: JudgedFile[]) => {
      worker.off('error', reject);
      resolve(answers);
    });
    worker.once('error', reject);
    worker.postMessage(names);
  });
}
