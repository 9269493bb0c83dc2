import { stopwatch } from '../../clock.js';
import type { Memory } from '../../logins/memory.js';
import type { Metrics } from './metrics.js';

/** The same memory, with the work on logins measured. */
export function measuredMemory(memory: Memory, { store }: Pick<Metrics, 'store'>): Memory {
  const measured = <A extends unknown[], R>(operation: string, work: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      const seconds = stopwatch();
      let isDone = false;
      try {
        const result = await work(...given);
        isDone = true;
        return result;
      } finally {
        store(operation, isDone, seconds());
      }
    };
  };
  const { save, find, list, remove, removeAll, trim } = memory.logins;
  return {
    ...memory,
    record: measured('record', memory.record),
    logins: {
      ...memory.logins,
      save: measured('save', save),
      find: measured('find', find),
      list: measured('list', list),
      remove: measured('remove', remove),
      removeAll: measured('remove-all', removeAll),
      trim: measured('trim', trim),
    },
  };
}
