/** Aborts on the first SIGINT or SIGTERM, so that everything can be closed in order; a second one ends the process at once. */
export function stopSignal(process: NodeJS.Process): AbortSignal {
  const stopping = new AbortController();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(code);
      stopping.abort(signal);
    });
  }
  return stopping.signal;
}
