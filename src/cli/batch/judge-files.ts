import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CliIo } from '../cli-io.js';
import { type BatchOrder, type JudgedFile, judgeFile } from './judge-file.js';
import { type Hand, judgeHands, type SharedWork } from './judge-hands.js';

/** Threads are started only for as many files as make up for the time that takes. */
const WORTH_THREADS = 64;

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

/** This thread takes its share: it has read the program already, and would only wait. */
async function onThreads(
  names: readonly string[],
  order: BatchOrder,
  cores: number,
  onDone: (done: number) => void,
): Promise<JudgedFile[]> {
  const { Worker } = await import('node:worker_threads');
  const work: SharedWork = { names, order, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const judged: JudgedFile[] = [];
  let done = 0;
  const take = ({ from, files }: Hand) => {
    for (const [at, file] of files.entries()) judged[from + at] = file;
    done += files.length;
    onDone(done);
  };
  const others = Array.from({ length: cores - 1 }, () => new Worker(WORKER, { workerData: work }));
  const ended = others.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        worker.on('message', (hand: Hand) => (hand.files.length > 0 ? take(hand) : resolve()));
        worker.once('error', reject);
      }),
  );
  const own = async () => {
    for await (const hand of judgeHands(work)) {
      take(hand);
      // What the others have sent is heard in between.
      await setImmediate();
    }
  };
  try {
    await Promise.all([own(), ...ended]);
  } finally {
    await Promise.all(others.map((worker) => worker.terminate()));
  }
  return judged;
}
