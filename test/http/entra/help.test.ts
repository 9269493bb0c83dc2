/** What the stand-in says beyond the portal: the meaning of an error, and the gallery's patterns. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anEntraSite } from './an-entra-site.js';

describe('The error page', () => {
  it('says what the number means, who has to change what, and repeats the text where people copy it from', async () => {
    const { app, tenantId } = anEntraSite();
    const { text } = await request(app).get(`/${tenantId}/saml2`).expect(400);
    expect(text).toContain('AADSTS750054: SAMLRequest or SAMLResponse must be present');
    expect(text).toContain('Somebody opened the login URL without a SAMLRequest');
    expect(text).toContain('For the SP administrator.');
  });
});

describe('Basic SAML Configuration', () => {
  it('lists the patterns of the tutorial, region by region', async () => {
    const { text } = await request(anEntraSite().app).get('/application/basic').expect(200);
    for (const [region, prefix] of [
      ['Europe', 'eu'],
      ['United States', 'us'],
      ['South Africa', 'za'],
      ['Australia', 'au'],
      ['Offshore', 'jer'],
    ]) {
      expect(text).toContain(region);
      expect(text).toContain(`https://${prefix}-api.mimecast.com/sso/&lt;accountcode>`);
      expect(text).toContain(`https://${prefix}-api.mimecast.com/login/saml`);
    }
  });
});
