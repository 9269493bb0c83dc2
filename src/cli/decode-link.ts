/** The address of a running harness's Decode page with a message in it. */

import { HarnessError } from '../errors.js';
import type { ImportedMessage } from '../import/imported-message.js';
import type { CliIo } from './cli-io.js';
import { harnessOrigin } from './running-harness.js';

/** What terminals, shells and the address bars of all browsers take without cutting it. */
const MAX_LINK = 64_000;

/**
 * A request and the response to it go along together. The message stands behind the `#`: a browser sends that part to nobody.
 *
 * @throws HarnessError `LINK_TOO_LONG`
 */
export function decodeLink(messages: readonly ImportedMessage[], url: string | undefined, io: CliIo): string {
  const origin = harnessOrigin(url, io);
  const response = messages.find(({ kind }) => kind === 'response') ?? messages[0];
  const parts = [response?.request, response].flatMap(
    (message) => message?.xml ?? message?.received.samlResponse ?? [],
  );
  const link = `${origin}/decode#message=${encodeURIComponent(parts.map(compact).join('\n'))}`;
  if (link.length <= MAX_LINK) return link;
  throw new HarnessError(
    'LINK_TOO_LONG',
    `The message would make an address of ${link.length.toLocaleString('en-US')} characters.`,
    `Drop the file on ${origin}/decode instead.`,
  );
}

/** Base64 needs the fewest escapes in an address; the bytes that were signed survive it. */
const compact = (xml: string) => Buffer.from(xml, 'utf8').toString('base64');
