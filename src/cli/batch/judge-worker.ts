/** Runs in a worker thread: judges its share of the files, and says with an empty hand that none are left. */
import { parentPort, workerData } from 'node:worker_threads';
import { judgeHands, type SharedWork } from './judge-hands.js';

const work = workerData as SharedWork;

async function judgeShare(): Promise<void> {
  for await (const hand of judgeHands(work)) parentPort?.postMessage(hand);
  parentPort?.postMessage({ from: work.names.length, files: [] });
}

void judgeShare();
