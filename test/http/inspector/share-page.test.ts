/** What a report would not hold, before it is downloaded. */
import { describe, expect, it } from '@jest/globals';
import { NAME_ID } from '../../a-response.js';
import { aLogin, PENDING } from './a-login.js';
import { attributeOf, get, inspectorDeps, type Page } from './a-page.js';

const share = async (): Promise<Page> => get('/logins/l-1/share', inspectorDeps([await aLogin({ relayState: '/r' })]));

const links = ({ elements }: Page) =>
  elements.filter((element) => attributeOf(element, 'download') !== undefined).map((one) => attributeOf(one, 'href'));

describe('Sharing a login', () => {
  it('lists every field whose values are replaced, with what stands in their place', async () => {
    const { text } = await share();
    expect(text).toMatch(
      new RegExp(`NameID ${NAME_ID} \\{user:[0-9a-f]{8}\\}@\\{domain:[0-9a-f]{8}\\} Claim tenantid`),
    );
    expect(text).toMatch(/RelayState \/r \{value:[0-9a-f]{8}\}/);
    expect(text).toContain(
      'Left out altogether: encoded messages, the request as sent, HTTP headers, names of cookies, certificates.',
    );
    expect(text).toMatch(/searched for all \d+ original values, and not handed out if one is found/);
  });

  it('tells what is without values from what holds everything', async () => {
    const page = await share();
    expect(page.text).toMatch(/Without the values.*With everything in it/);
    expect(links(page)).toEqual([
      '/api/v1/logins/l-1/report.html',
      '/api/v1/logins/l-1/report.json',
      '/api/v1/logins/l-1',
      '/api/v1/logins/l-1/report.html?redact=none',
      '/api/v1/logins/l-1/xml',
    ]);
  });

  it('offers no report that could not be redacted, and says why', async () => {
    const redaction = async () => ({
      fields: [],
      receipt: { replaced: {}, fields: [], leftOut: [], scan: { values: 0, encodings: [], found: 0 as const } },
      problem: '1 original value was still found in the report, so it was not written.',
    });
    const page = await get('/logins/l-1/share', inspectorDeps([await aLogin()], { redaction }));
    expect(page.text).toContain('1 original value was still found');
    expect(links(page)).not.toContain('/api/v1/logins/l-1/report.html');
  });

  it('is reached from the login', async () => {
    const { elements } = await get('/logins/l-1', inspectorDeps([await aLogin()]));
    expect(elements.filter((element) => attributeOf(element, 'href') === '/logins/l-1/share')).toHaveLength(2);
  });

  it('of a login that has no answer yet is not to be had', async () => {
    expect((await get('/logins/l-pending/share', inspectorDeps([PENDING]))).status).toBe(404);
  });
});
