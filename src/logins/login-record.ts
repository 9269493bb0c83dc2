import { HarnessError } from '../errors.js';
import type { AnsweredLogin, Login } from './login.js';

/** Moves when an older reader could misread a newer record; what is only added does not move it. */
const RECORD_VERSION = 1;

/** A login in a file: bytes, settings, instant, and what was made of them. */
export type LoginRecord = AnsweredLogin & { readonly recordVersion: number };

/** @throws HarnessError `LOGIN_PENDING` when no response has arrived that could be judged again. */
export function writeLoginRecord(login: Login): string {
  if (login.state === 'answered') return `${JSON.stringify({ recordVersion: RECORD_VERSION, ...login }, null, 2)}\n`;
  throw new HarnessError(
    'LOGIN_PENDING',
    `No response to login ${login.id} has arrived, so there is nothing to judge again.`,
    'Wait for the login to be answered.',
  );
}

/**
 * A record out of a file.
 *
 * @param text A record, or a login as the API answers it, which is a record of version 1.
 * @throws HarnessError `NOT_A_RECORD`, `RECORD_TOO_NEW`.
 */
export function readLoginRecord(text: string): LoginRecord {
  return asLoginRecord(parsed(text));
}

/** The same for what was parsed before. */
export function asLoginRecord(value: unknown): LoginRecord {
  const found = value as Partial<LoginRecord> | null | undefined;
  const { recordVersion = 1 } = found ?? {};
  if (recordVersion > RECORD_VERSION) {
    throw new HarnessError(
      'RECORD_TOO_NEW',
      `The record has version ${recordVersion}; this program knows up to ${RECORD_VERSION}.`,
      'Use the version of saml-rehearsal that wrote it, or a newer one.',
    );
  }
  if (found?.received && found.settings && Array.isArray(found.diagnosis?.findings))
    return { ...(found as LoginRecord), recordVersion };
  throw new HarnessError(
    'NOT_A_RECORD',
    'This is no record of an answered login.',
    'Write one with harness.logins.export(id), or download it from the inspector.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
