/** What the exit code says; `--help` tells it, and docs/reference/cli.md. */
export const EXIT = {
  healthy: 0,
  findings: 1,
  /** Usage or configuration. */
  usage: 2,
  /** Our own fault: EX_SOFTWARE of sysexits.h. */
  fault: 70,
} as const;
