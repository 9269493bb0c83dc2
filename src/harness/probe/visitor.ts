import type { Delivery, FormField } from '../../entra/fault.js';

/** Where a request ended. */
export interface Page {
  readonly url: string;
  readonly text: string;
  /** Where it would have gone on to, when that is a host that may not be asked. */
  readonly leavesFor?: string;
}

export type Cookies = ReadonlyMap<string, string>;

/** Somebody with a browser that keeps cookies and follows redirects, and does nothing else. */
export interface Visitor {
  readonly cookies: Cookies;
  open(url: string): Promise<Page>;
  post(url: string, fields: readonly FormField[], delivery?: Delivery): Promise<Page>;
}

const MAX_REDIRECTS = 10;
const MAX_CHARACTERS = 1024 * 1024;
const TIMEOUT_MS = 10_000;

export function createVisitor(mayVisit: (url: URL) => boolean, start: Cookies = new Map()): Visitor {
  const cookies = new Map(start);
  const follow = async (first: string, how: RequestInit): Promise<Page> => {
    let url = new URL(first);
    let init = how;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await ask(url, init, cookies);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399)
        return { url: url.href, text: (await response.text()).slice(0, MAX_CHARACTERS) };
      await response.body?.cancel();
      const next = new URL(location, url);
      if (!mayVisit(next)) return { url: url.href, text: '', leavesFor: next.href };
      if (![307, 308].includes(response.status)) init = {};
      url = next;
    }
    return { url: url.href, text: '' };
  };
  return {
    cookies,
    open: (url) => follow(url, {}),
    post: (url, fields, delivery) => follow(...formRequest(url, fields, delivery)),
  };
}

async function ask(url: URL, init: RequestInit, cookies: Map<string, string>): Promise<Response> {
  const headers = new Headers(init.headers);
  if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  const response = await fetch(url, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^\s*([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (/;\s*max-age=(0|-)/i.test(line) || value === '') cookies.delete(name.trim());
    else cookies.set(name.trim(), value.trim());
  }
  return response;
}

function formRequest(url: string, fields: readonly FormField[], delivery?: Delivery): [string, RequestInit] {
  const pairs = fields.map(([name, value]): [string, string] => [name, value]);
  if (delivery?.method === 'get') {
    const target = new URL(url);
    for (const [name, value] of pairs) target.searchParams.append(name, value);
    return [target.href, {}];
  }
  if (delivery?.enctype === 'text/plain') {
    const body = pairs.map(([name, value]) => `${name}=${value}\r\n`).join('');
    return [url, { method: 'POST', body, headers: { 'content-type': 'text/plain' } }];
  }
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return [
    url,
    { method: 'POST', body: delivery?.enctype === 'multipart/form-data' ? form : new URLSearchParams(pairs) },
  ];
}
