import { describe, expect, it } from '@jest/globals';
import type { LoginQuery } from '../../../src/logins/login-store.js';
import { aLogin, PENDING, storeOf } from './a-login.js';
import { get, inspectorDeps } from './a-page.js';

const US = 'https://us-api.mimecast.com/sso/C46A75';

describe('The list of logins', () => {
  it('says of each login who, how it ended and why, in words', async () => {
    const refused = await aLogin({ id: 'r', basics: { audience: US }, unsolicited: true });
    const accepted = await aLogin({ id: 'a' });
    const { text } = await get('/', inspectorDeps([PENDING, refused, accepted]));
    expect(text).toMatch(
      /Waiting .*Waiting for the answer .*The AuthnRequest has left; no response has come back yet\./,
    );
    expect(text).toMatch(/Refused .*B\.Simon@contoso\.com .*us-api.* IdP-initiated C46A75 eu 1 min ago/);
    expect(text).toMatch(/Accepted .*B\.Simon@contoso\.com .* SP-initiated C46A75 eu 1 min ago/);
  });

  it('leads from each login to its page', async () => {
    const { html } = await get('/', inspectorDeps([await aLogin({ id: 'l-7' })]));
    expect(html).toContain('href="/logins/l-7"');
  });

  it('does not vouch for a user whom no trusted signature covers', async () => {
    const { text } = await get('/', inspectorDeps([await aLogin({ key: 'rogue' })]));
    expect(text).toContain('B.Simon@contoso.com unverified');
  });

  it('says that nobody could be read when the message is no XML', async () => {
    const { text } = await get('/', inspectorDeps([await aLogin({ field: () => 'bm90IHhtbA==' })]));
    expect(text).toContain('Nobody could be read');
  });

  it('tells a newcomer what to do next, with the URLs', async () => {
    const { text } = await get('/', inspectorDeps([]));
    expect(text).toContain('No logins yet. Start one:');
    expect(text).toContain('http://localhost:7010/login/saml');
    expect(text).toContain('Choose Test this application');
    expect(text).toContain('http://127.0.0.1:7011/');
  });

  it('does not speak of first steps when a filter hides everything', async () => {
    const { text } = await get('/?outcome=refused', inspectorDeps([await aLogin()]));
    expect(text).toContain('No login matches. Widen the filter above.');
    expect(text).not.toContain('No logins yet');
  });

  it('asks the store for what the filter says, and keeps it for older pages', async () => {
    const asked: (LoginQuery | undefined)[] = [];
    const store = storeOf(await aLogin());
    const logins = {
      ...store,
      list: async (query?: LoginQuery) => {
        asked.push(query);
        return { ...(await store.list()), next: 'c&1' };
      },
    };
    const page = await get(
      '/?search=Simon&outcome=accepted&failed=audience-matches&after=x',
      inspectorDeps([], { logins }),
    );
    expect(asked).toEqual([{ limit: 50, search: 'Simon', accepted: true, failed: 'audience-matches', after: 'x' }]);
    expect(page.html).toContain('search=Simon&amp;outcome=accepted&amp;failed=audience-matches&amp;after=c%261');
    expect(page.text).toContain('Older logins');
  });
});
