// @ts-check
/** A browser as small as the task: cookies, redirects, and forms that are there to be sent on. */
export function browser() {
  /** @type {Map<string, Map<string, string>>} */
  const jars = new Map();
  /** @param {string} url @param {URLSearchParams} [form] @returns {Promise<{ url: string, status: number, text: string }>} */
  return async function open(url, form) {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map();
    jars.set(host, jar);
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: form } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) return open(new URL(location, url).href);
    return { url, status: answer.status, text: await answer.text() };
  };
}

/** Action and hidden fields of the form that carries a SAML message. @param {string} html */
export function samlForm(html) {
  const plain = (/** @type {string} */ text) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&amp;', '&');
  const form = (html.match(/<form[\s\S]*?<\/form>/gi) ?? []).find((one) => one.includes('SAMLRe')) ?? '';
  const action = plain(/action="([^"]*)"/.exec(form)?.[1] ?? '');
  const fields = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)],
  );
  return { action, fields: new URLSearchParams(fields) };
}
