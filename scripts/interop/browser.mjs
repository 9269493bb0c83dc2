/** Just enough of a browser for logins: cookies by origin, redirects, forms that send themselves, a name and a password where asked. */

const MAX_STEPS = 20;

export function createBrowser({ username = '', password = '' } = {}) {
  const jars = new Map();

  async function fetchOnce(url, { method, body }) {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map();
    jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const ask = () => fetch(url, { method, body, headers, redirect: 'manual' });
    // A connection kept from a server that has stopped since fails once.
    const response = await (method === 'GET' ? ask().catch(ask) : ask());
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  /** Goes on until a page asks for nothing more. */
  async function visit(start) {
    let url = start;
    let how = { method: 'GET', body: undefined };
    for (let step = 0; step < MAX_STEPS; step++) {
      const response = await fetchOnce(url, how);
      const location = response.headers.get('location');
      if (location && response.status >= 300 && response.status < 400) {
        url = new URL(location, url).href;
        how = { method: 'GET', body: undefined };
        continue;
      }
      const html = await response.text();
      const form = nextForm(html, { username, password });
      if (!form) return { url, status: response.status, html };
      url = new URL(form.action || url, url).href;
      how = { method: 'POST', body: form.body };
    }
    throw new Error(`more than ${MAX_STEPS} steps, last at ${url}`);
  }

  return { visit };
}

function nextForm(html, { username, password }) {
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/gi)].map(([text]) => text);
  const saml = forms.find((text) => /name="SAML(Request|Response)"/.test(text) && !/name="user"/.test(text));
  const asking = forms.find((text) => /type="password"/i.test(text));
  const text = saml ?? (password ? asking : undefined);
  if (!text) return undefined;
  const fields = [...text.matchAll(/<input\b[^>]*>/gi)].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    if (name === undefined) return [];
    const type = attribute(tag, 'type')?.toLowerCase() ?? 'text';
    if (type === 'password') return [[name, password]];
    return [[name, type === 'text' || type === 'email' ? username : (attribute(tag, 'value') ?? '')]];
  });
  return { action: attribute(text, 'action') ?? '', body: new URLSearchParams(fields).toString() };
}

function attribute(tag, name) {
  const match = new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, 'i').exec(tag);
  return match?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
