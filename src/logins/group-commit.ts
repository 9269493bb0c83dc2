/** Work that waits for its place in a group. */
interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Does together what comes together: while one group is under way, the next one gathers, so that many share the wait for the
 * disk and one that comes alone waits for nobody.
 *
 * @param commit Does a whole group, or nothing of it; one result for each item, in their order.
 * @param limits How many may be in a group, and how many groups under way.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  limits: { readonly items: number; readonly groups: number },
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let isCalled = false;
  const call = () => {
    if (isCalled) return;
    isCalled = true;
    // Whatever else has arrived by now is handled first, and comes along.
    setImmediate(() => {
      isCalled = false;
      while (waiting.length > 0 && underWay < limits.groups) void run(waiting.splice(0, limits.items));
    });
  };
  const run = async (group: readonly Waiting<Item, Result>[]) => {
    underWay += 1;
    try {
      const results = await commit(group.map(({ item }) => item));
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as Result);
    } catch (error) {
      const [only, ...more] = group;
      // What stops one must not stop those that came with it.
      if (more.length > 0) await Promise.all(group.map((one) => run([one])));
      else only?.reject(error);
    } finally {
      underWay -= 1;
      if (waiting.length > 0) call();
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      call();
    });
}
