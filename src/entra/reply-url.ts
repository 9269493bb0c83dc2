/**
 * Reply URLs, the addresses a response may be sent to: what the portal takes, and when one of a request matches.
 * Source: "Redirect URI restrictions and limitations" and the AADSTS50011 article of the Entra documentation.
 */

export const MAX_REPLY_URLS = 256;
const MAX_LENGTH = 256;

/** Why the portal would not take it, one sentence; `undefined` when it would. */
export function problemOfReplyUrl(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return `A Reply URL has at most ${MAX_LENGTH} characters; this one has ${text.length}.`;
  if (/[!$'(),;]/.test(text)) return "A Reply URL may not hold any of ! $ ' ( ) , ;";
  if (text.includes('*')) return 'A Reply URL with a wildcard cannot be entered here.';
  const url = parse(text);
  if (!url) return 'A Reply URL has to be an absolute URL, such as https://eu-api.mimecast.com/login/saml.';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return `A Reply URL has to begin with https://, not with ${url.protocol}`;
  // The manifest editor takes http://127.0.0.1 although the text box does not; a rehearsal on one machine needs it.
  if (['localhost', '127.0.0.1'].includes(url.hostname)) return undefined;
  return 'A Reply URL has to begin with https://; http:// is only for localhost.';
}

/**
 * Whether a requested address is one of the registered: character by character, the path with its case and its slash at the end. Only
 * for localhost the port does not count.
 */
export function matchesReplyUrl(requested: string, registered: string): boolean {
  if (requested === registered) return true;
  const [asked, known] = [parse(requested), parse(registered)];
  if (!asked || !known || known.hostname !== 'localhost' || asked.hostname !== 'localhost') return false;
  return withoutPort(requested) === withoutPort(registered);
}

function withoutPort(url: string): string {
  return url.replace(/^(https?:\/\/localhost):\d+/i, '$1');
}

/** Absolute http(s) URL or another absolute one; anything relative is none. */
function parse(text: string): URL | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** xs:anyURI that is absolute, as AADSTS7500511 asks. */
export function isAbsoluteUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text);
}
