/** What the exit code says (docs: INTERFACE, CLI). */
export const EXIT = {
  healthy: 0,
  findings: 1,
  /** Usage or configuration. */
  usage: 2,
  /** Our own fault: EX_SOFTWARE of sysexits.h. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
