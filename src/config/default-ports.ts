/** Where a harness listens unless it is told otherwise; the commands that look for one look there. */
export const DEFAULT_PORTS = { port: 7010, entraPort: 7011, tlsPort: 7443 } as const;
