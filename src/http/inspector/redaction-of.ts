import { HarnessError } from '../../errors.js';
import type { AnsweredLogin } from '../../logins/login.js';
import type { Redaction } from './deps.js';

/** Redacts as the download will, so that a report that cannot be had is not offered. */
export async function redactionOf(login: AnsweredLogin, key: Uint8Array): Promise<Redaction> {
  const [{ previewRedaction, renderRedacted }, { htmlReport }, { reportedLogin }] = [
    await import('../../report/redact.js'),
    await import('../../report/html.js'),
    await import('../../report/reported-message.js'),
  ];
  const message = reportedLogin(login);
  const preview = previewRedaction(message, key);
  try {
    renderRedacted([message], htmlReport, key);
    return preview;
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { ...preview, problem: error.message };
  }
}
