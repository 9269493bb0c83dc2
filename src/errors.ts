/** A misuse of the harness or a breakage of ours. A bad SAML message is never one: it is a recorded, explained login. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
  /** Stable, in capitals: `CONFIG_INVALID`, `PORT_TAKEN`, ... */
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;

  /** Its code, what is wrong and what to do about it; `options.cause` is what broke below. */
  constructor(code: string, message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
