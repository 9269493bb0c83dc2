import { type BatchOrder, type JudgedFile, judgeFile } from './judge-file.js';

/** What several threads work through together. */
export interface SharedWork {
  readonly names: readonly string[];
  readonly order: BatchOrder;
  /** In memory that they share: how many of the names are taken. */
  readonly taken: Int32Array;
}

/** Some files one after another, and where they stand among all. */
export interface Hand {
  readonly from: number;
  readonly files: readonly JudgedFile[];
}

const AT_ONCE = 16;
const nothing: AsyncIterable<string> = { async *[Symbol.asyncIterator]() {} };

/** Takes the next files nobody has taken, until there are none. */
export async function* judgeHands({ names, order, taken }: SharedWork): AsyncGenerator<Hand> {
  for (;;) {
    const from = Atomics.add(taken, 0, AT_ONCE);
    if (from >= names.length) return;
    const files: JudgedFile[] = [];
    for (const name of names.slice(from, from + AT_ONCE)) files.push(await judgeFile(name, order, nothing));
    yield { from, files };
  }
}
