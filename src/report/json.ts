/** JSON for scripts. One message: the diagnosis with what was read beside it. Several: a list of these. */

import type { Receipt } from './receipt.js';
import type { ReportedMessage } from './reported-message.js';

export function jsonReport(messages: readonly ReportedMessage[], receipt?: Receipt): string {
  const entries = messages.map(entryOf);
  const [only] = entries;
  const body =
    entries.length === 1 && only
      ? only
      : { accepted: entries.length > 0 && entries.every((entry) => entry.accepted), messages: entries };
  return `${JSON.stringify(receipt ? { ...body, redaction: receipt } : body, null, 2)}\n`;
}

function entryOf({ name, diagnosis, xml: _xml, ...rest }: ReportedMessage) {
  const { accepted, rootCause, findings } = diagnosis;
  return { name, accepted, rootCause, ...rest, findings };
}
