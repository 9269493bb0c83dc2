import { decodeLeniently } from '../saml/base64.js';
import type { ReceivedResponse } from './login.js';

/** The message as it came, out of its base64 even where that was spoilt; undefined when none came. */
export function receivedBytes({ binding, samlResponse }: ReceivedResponse): Buffer | undefined {
  if (samlResponse === undefined) return undefined;
  return binding === 'document' ? Buffer.from(samlResponse) : decodeLeniently(samlResponse);
}
