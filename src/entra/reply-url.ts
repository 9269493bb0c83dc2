/** Reply URL rules of Entra ID: how the portal validates them, and how a request's URL is matched. Source: redirect URI restrictions. */

const MAX_LENGTH = 256;
export const MAX_REPLY_URLS = 256;

/**
 * Whether the URL of a request is registered: equal character by character, case and trailing slash included. For `localhost` the port
 * does not count.
 */
export function isRegisteredReplyUrl(registered: readonly string[], requested: string): boolean {
  const wanted = withoutLocalhostPort(requested);
  return registered.some((url) => url === requested || withoutLocalhostPort(url) === wanted);
}

/** Why the portal would not take this Reply URL, one sentence; `undefined` when it would. */
export function replyUrlProblem(url: string): string | undefined {
  if (url.length > MAX_LENGTH)
    return `A Reply URL may have at most ${MAX_LENGTH} characters; this one has ${url.length}.`;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return `"${url}" is not an absolute URL.`;
  const forbidden = /[!$'(),;]/.exec(url)?.[0];
  if (forbidden !== undefined) return `A Reply URL may not hold the character ${forbidden}`;
  if (parsed.protocol === 'https:') return undefined;
  if (parsed.protocol !== 'http:') return 'A Reply URL begins with https://, or with http:// for localhost.';
  if (parsed.hostname === 'localhost') return undefined;
  if (parsed.hostname === '127.0.0.1') return undefined;
  return `A Reply URL must begin with https:// unless it is of localhost; this one is of ${parsed.hostname}.`;
}

/** The port of a localhost URL left out, everything else as written. */
function withoutLocalhostPort(url: string): string {
  return url.replace(/^(https?:\/\/localhost):\d+(?=[/?#]|$)/, '$1');
}
