/** What the harness says about itself. Never a value of a message: ids, verdicts and our own words only. */
export interface Log {
  debug(facts: Readonly<Record<string, unknown>>, sentence: string): void;
  info(facts: Readonly<Record<string, unknown>>, sentence: string): void;
  error(facts: Readonly<Record<string, unknown>>, sentence: string): void;
}

export const silent: Log = { debug: () => undefined, info: () => undefined, error: () => undefined };

/** Errors of the engine speak of our code; any other foreign message may quote what was being read. */
const OF_THE_ENGINE = [TypeError, RangeError, ReferenceError];

/** What may be logged of an error: its kind, where it happened, and its message when nothing of a SAML message can be in it. */
export function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(OF_THE_ENGINE.some((kind) => error instanceof kind) ? { message: error.message } : {}),
    stack: stack.slice(0, 8).map((line) => line.trim()),
  };
}
