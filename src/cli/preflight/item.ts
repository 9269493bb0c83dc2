/** One thing looked at before the first login. */
export interface PreflightItem {
  readonly id: string;
  /** `unknown`: could not be looked at, and what to give so that it can. */
  readonly status: 'ok' | 'warning' | 'problem' | 'unknown';
  /** One sentence. */
  readonly summary: string;
  /** What to do about it, and where. */
  readonly remedy?: string;
}
