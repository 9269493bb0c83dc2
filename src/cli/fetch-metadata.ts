import { HarnessError } from '../errors.js';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** @throws HarnessError `METADATA_UNREACHABLE` with what went wrong */
export async function fetchMetadata(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/samlmetadata+xml, */*' },
    });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    const body = await response.arrayBuffer();
    if (body.byteLength > MAX_BYTES) throw new Error('the answer is larger than any metadata');
    return new TextDecoder().decode(body);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    throw new HarnessError(
      'METADATA_UNREACHABLE',
      `The metadata could not be fetched from ${url}: ${reason}.`,
      'Open the URL in a browser, save the page, and give the file instead.',
      { cause: error },
    );
  }
}
