/** samlp, the library of several mock identity providers, on Express: to the first response it posts. `first-response.mjs <settings.json>` */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import express from 'express';
import samlp from 'samlp';

const { entityId, acs, spKey: key, spCertificate: cert } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const user = {
  id: 'simon',
  emails: [{ value: 'B.Simon@contoso.com' }],
  displayName: 'B. Simon',
  name: { givenName: 'B.', familyName: 'Simon' },
};
const app = express();
app.get(
  '/sso',
  samlp.auth({
    issuer: 'http://127.0.0.1/samlp',
    cert,
    key,
    audience: entityId,
    recipient: acs,
    destination: acs,
    getPostURL: (_audience, _request, _query, done) => done(null, acs),
    getUserFromRequest: () => user,
    signatureAlgorithm: 'rsa-sha256',
    digestAlgorithm: 'sha256',
  }),
);
const server = app.listen(0, '127.0.0.1', async () => {
  const request = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" IssueInstant="${new Date().toISOString()}" AssertionConsumerServiceURL="${acs}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${entityId}</saml:Issuer></samlp:AuthnRequest>`;
  const query = new URLSearchParams({ SAMLRequest: deflateRawSync(request).toString('base64') });
  const answer = await (await fetch(`http://127.0.0.1:${server.address().port}/sso?${query}`)).text();
  if (!answer.includes('SAMLResponse')) throw new Error(answer);
  server.closeAllConnections();
  server.close();
});
