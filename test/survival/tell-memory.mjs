// @ts-check
/** Loaded into the program that is watched: says what it holds after a garbage collection, when asked. */
const { gc, process } = globalThis;
process.on('message', () => {
  gc?.();
  process.send?.(process.memoryUsage());
});
// Being watched does not keep it running.
process.channel?.unref();
