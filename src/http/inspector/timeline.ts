/** The validity windows of an assertion against the two clocks, ready to be drawn. */

import type { AnsweredLogin } from '../../logins/login.js';
import type { Evidence } from '../../saml/evidence.js';
import type { Instant } from '../../saml/types.js';

export interface Window {
  readonly label: string;
  /** Unix milliseconds; absent: open on that side. */
  readonly from?: number;
  readonly to?: number;
}

export interface Moment {
  readonly label: string;
  readonly clock: 'ours' | 'theirs' | 'present';
  readonly at: number;
}

export interface Timeline {
  readonly windows: readonly Window[];
  readonly moments: readonly Moment[];
  readonly skewMs: number;
  /** What the picture spans; windows may reach beyond it. */
  readonly from: number;
  readonly to: number;
}

/** Nothing farther from the arrival than this stretches the picture. */
const MAX_REACH = 26 * 3_600_000;
const MARGIN = 0.06;
/** Nearer to the arrival, now would only hide it. */
const PRESENT_AFTER = 8 * 60_000;

/** @returns undefined when the assertion names no instant that could be read. */
export function timelineOf(login: AnsweredLogin, evidence: Partial<Evidence>, now: Date): Timeline | undefined {
  const { assertion, response } = evidence;
  const arrival = Date.parse(login.received.at);
  const windows = [
    ...(assertion?.conditions ?? []).map(({ notBefore, notOnOrAfter }) =>
      windowOf('Conditions', notBefore, notOnOrAfter),
    ),
    ...(assertion?.subject?.confirmations ?? []).map(({ data }) =>
      windowOf('Subject confirmation', data?.notBefore, data?.notOnOrAfter),
    ),
    ...(assertion?.authnStatements ?? []).map(({ authnInstant, sessionNotOnOrAfter }) =>
      windowOf('Session', authnInstant, sessionNotOnOrAfter),
    ),
  ]
    .filter((window) => window !== undefined)
    .slice(0, 8);
  const issued = (assertion?.issueInstant ?? response?.issueInstant)?.ms;
  const moments: Moment[] = [
    ...(issued === undefined ? [] : [{ label: 'issued', clock: 'theirs' as const, at: issued }]),
    ...(Number.isNaN(arrival) ? [] : [{ label: 'arrived', clock: 'ours' as const, at: arrival }]),
  ];
  if (windows.length === 0 || moments.length === 0) return undefined;
  const { from, to } = span(windows, moments);
  // Now is drawn only where the picture reaches; an old login is not stretched to the present.
  const present = now.getTime() > arrival + PRESENT_AFTER && now.getTime() < to;
  const presentMoment = present ? [{ label: 'now', clock: 'present' as const, at: now.getTime() }] : [];
  return { windows, moments: [...moments, ...presentMoment], skewMs: login.settings.clockSkewMs, from, to };
}

function windowOf(label: string, from: Instant | undefined, to: Instant | undefined): Window | undefined {
  if (from?.ms === undefined && to?.ms === undefined) return undefined;
  return { label, ...(from?.ms !== undefined && { from: from.ms }), ...(to?.ms !== undefined && { to: to.ms }) };
}

function span(windows: readonly Window[], moments: readonly Moment[]): { from: number; to: number } {
  const anchor = moments[moments.length - 1]?.at ?? 0;
  const points = [...windows.flatMap(({ from, to }) => [from, to]), ...moments.map(({ at }) => at)]
    .filter((point) => point !== undefined)
    .map((point) => Math.min(anchor + MAX_REACH, Math.max(anchor - MAX_REACH, point)));
  const from = Math.min(...points);
  const to = Math.max(...points, from + 60_000);
  const margin = (to - from) * MARGIN;
  return { from: from - margin, to: to + margin };
}
