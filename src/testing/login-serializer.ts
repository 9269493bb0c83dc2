import type { AnsweredLogin } from '../logins/login.js';

/** What a snapshot of a login keeps: what somebody decided, and nothing that a clock, a random source or a key decided. */
interface Snapshot {
  readonly flow: string;
  readonly accepted: boolean;
  readonly rootCause: string | null;
  readonly nameId: string | undefined;
  readonly nameIdFormat: string | undefined;
  readonly audiences: readonly string[];
  readonly destination: string | undefined;
  readonly issuer: string | undefined;
  readonly claims: Readonly<Record<string, readonly string[]>>;
  readonly failed: readonly string[];
}

/** Snapshot serializer for jest and vitest: ids, instants, signatures and keys are left out, ports in loopback URLs folded. */
export const loginSerializer = {
  test: (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'diagnosis' in value && 'received' in value && 'claims' in value,
  print: (value: unknown): string => JSON.stringify(snapshotOf(value as AnsweredLogin), foldPorts, 2),
};

function snapshotOf(login: AnsweredLogin): Snapshot {
  return {
    flow: login.flow,
    accepted: login.accepted,
    rootCause: login.diagnosis.rootCause,
    nameId: login.assertion?.subject?.nameId,
    nameIdFormat: login.assertion?.subject?.nameIdFormat,
    audiences: login.assertion?.conditions?.audiences ?? [],
    destination: login.response?.destination,
    issuer: login.response?.issuer,
    claims: login.claims,
    failed: login.diagnosis.findings.filter((f) => f.status === 'fail' || f.status === 'crashed').map((f) => f.id),
  };
}

function foldPorts(_key: string, value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])):\d+/g, '$1:<port>')
    : value;
}
