/** Everything a message says is hostile: it may become text on a page and nothing else. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checks } from '../../../src/diagnosis/checks/index.js';
import type { Login } from '../../../src/logins/login.js';
import { aLogin, PENDING } from './a-login.js';
import { attributeOf, get, inspectorDeps, type Page, post } from './a-page.js';

const SCRIPT = '"\'><script src=//evil.example/x></script><img src=x onerror=alert(1)><style>*{}</style>';
const BIDI = '\u202Egnp.exe\u2066';
const ZERO_WIDTH = 'adm\u200Bin@contoso.com';

function spoilt(value: string): Promise<Login> {
  return aLogin({
    id: 'evil',
    basics: {
      nameId: { value },
      issuer: value,
      audience: value,
      assertionConsumerServiceUrl: value,
      attributes: [
        { name: `urn:${value}`, values: [value, 'plain'] },
        { name: '__proto__', values: [value] },
      ],
    },
    relayState: value,
  }).then((login) => ({
    ...login,
    received: { ...login.received, headers: { Origin: value, [value]: value }, cookieNames: [value] },
    user: { email: value, globalName: value, roles: [value] },
    secondOpinion: { library: 'x', accepted: false, reason: value, gap: value },
  }));
}

/** Where the checks say their rules are written. */
const CLAUSES = new Set(checks.flatMap(({ spec }) => spec.flatMap(({ url }) => url ?? [])));
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const PATHS = ['/', '/logins/evil', '/compare/evil/good', `/?search=${encodeURIComponent(SCRIPT)}`, '/logins/latest'];

describe.each([
  ['markup', SCRIPT],
  ['marks that turn the direction of writing', BIDI],
  ['characters without width', ZERO_WIDTH],
  ['a script URL', 'javascript:alert(1)'],
  ['control characters', 'a\u0085\u009b31mb'],
])('A message full of %s', (_, value) => {
  const pages: Page[] = [];

  beforeAll(async () => {
    const deps = inspectorDeps([await spoilt(value), await aLogin({ id: 'good' }), { ...PENDING, id: 'p' }]);
    for (const path of PATHS) pages.push(await get(path, deps));
    pages.push(await post('/decode', { message: Buffer.from(value).toString('base64') }, deps));
    pages.push(await post('/decode', { message: `<a b='${value.replace(/[<&']/g, '')}'>${value}</a>` }, deps));
  });

  it('is shown, on every page', () => {
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
  });

  it('runs nothing and loads nothing: no script, image, frame, style or handler of its own', () => {
    for (const { elements } of pages) {
      const tags = new Set(elements.map(({ tagName }) => tagName));
      for (const tag of ['img', 'iframe', 'style', 'object', 'embed', 'base', 'audio', 'video'])
        expect(tags).not.toContain(tag);
      const handlers = elements
        .flatMap(({ attrs }) => attrs.map(({ name }) => name))
        .filter((name) => /^(style|on.*)$/.test(name));
      expect(handlers).toEqual([]);
      const loaded = elements.flatMap((element) => {
        if (element.tagName === 'script') return [attributeOf(element, 'src') ?? 'inline'];
        return element.tagName === 'link' ? [attributeOf(element, 'href') ?? 'none'] : [];
      });
      expect(loaded.filter((address) => !/^\/assets\/[a-z0-9/.-]+$/.test(address))).toEqual([]);
    }
  });

  it('makes no link: every address on the page is ours or that of a standard', () => {
    const addresses = pages
      .flatMap(({ elements }) => elements)
      .flatMap((element) => [attributeOf(element, 'href') ?? [], attributeOf(element, 'action') ?? []].flat());
    const ours = /^(\/(?!\/)|#|http:\/\/(localhost|127\.0\.0\.1):\d+\/)/;
    expect(addresses.filter((address) => !CLAUSES.has(address) && !ours.test(address))).toEqual([]);
  });

  it('leaves no invisible character in any text of the page, form fields for copying aside', () => {
    const seen = pages
      .flatMap(({ elements }) => elements)
      .filter(({ tagName }) => tagName !== 'textarea')
      .flatMap((element) => [
        ...element.childNodes.map((node) => ('value' in node ? node.value : '')),
        attributeOf(element, 'title') ?? '',
        attributeOf(element, 'aria-label') ?? '',
      ]);
    expect(seen.filter((text) => UNSEEN.test(text))).toEqual([]);
  });
});

describe('What cannot be seen', () => {
  it('is named', async () => {
    const { text } = await get('/logins/evil', inspectorDeps([await spoilt(BIDI)]));
    expect(text).toContain('U+202Egnp.exeU+2066');
  });

  it('white space at the end of a value is shown', async () => {
    const login = await aLogin({ id: 'evil', basics: { nameId: { value: 'B.Simon@contoso.com ' } } });
    const { textOf } = await get('/logins/evil', inspectorDeps([login]));
    expect(textOf('identity')).toContain('B.Simon@contoso.comspace');
  });

  it('a letter that only looks like a Latin one is pointed out', async () => {
    const login = await aLogin({ id: 'evil', basics: { nameId: { value: 'B.Sim\u043en@contoso.com' } } });
    const { textOf } = await get('/logins/evil', inspectorDeps([login]));
    expect(textOf('identity')).toContain('mixes Latin letters with letters of another script');
  });
});

describe('A value of 9,000 characters', () => {
  it('is cut after 4,096, and the rest can be unfolded', async () => {
    const login = await aLogin({
      id: 'evil',
      basics: { attributes: [{ name: 'urn:long', values: ['x'.repeat(9000)] }] },
    });
    const { textOf, elements } = await get('/logins/evil', inspectorDeps([login]));
    expect(textOf('claims')).toContain('Cut after 4,096 characters: show all 9,000');
    expect(textOf('claims')).toContain('x'.repeat(4904));
    const open = elements.filter(
      ({ tagName, attrs }) => tagName === 'details' && attrs.some(({ name }) => name === 'open'),
    );
    expect(open).toEqual([]);
  });
});
