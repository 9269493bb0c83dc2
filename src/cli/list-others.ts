import type { ImportedMessage } from '../import/imported-message.js';
import type { CliIo } from './cli-io.js';

const KINDS = {
  response: 'a response',
  request: 'an AuthnRequest',
  logout: 'a logout message',
  metadata: 'metadata',
  assertion: 'a bare assertion',
  unknown: 'something that is no SAML message',
} as const;

/** Says what else was in the input, and which request belongs to which response. */
export function listOthers(all: readonly ImportedMessage[], judged: readonly ImportedMessage[], io: CliIo): void {
  const others = all.filter((message) => !judged.includes(message));
  if (others.length === 0) return;
  io.stderr.write(`Also in the input, not judged:\n`);
  for (const other of others) {
    const answered = judged
      .filter(({ request }) => request !== undefined && request.id === other.id)
      .map(({ source }) => source);
    const joined = answered.length > 0 ? `, answered by ${answered.join(', ')}` : '';
    io.stderr.write(`  ${KINDS[other.kind]}: ${other.source}${joined}\n`);
  }
}
