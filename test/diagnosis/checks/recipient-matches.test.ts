import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'recipient-matches';

describe(id, () => {
  it('right: the endpoint', async () => {
    expect(await says(id)).toBe('pass: The assertion may be presented at this endpoint.');
  });

  it('wrong: http', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1http://eu-api.mimecast.com/login/saml'))).toBe(
      'fail scheme: Recipient is http://eu-api.mimecast.com/login/saml, but the endpoint is https://eu-api.mimecast.com/login/saml: it begins with http://, not https://.',
    );
  });

  it('wrong: another port', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com:8443/login/saml'))).toBe(
      'fail port: Recipient is https://eu-api.mimecast.com:8443/login/saml, but the endpoint is https://eu-api.mimecast.com/login/saml: the port is 8443, not 443 (not written).',
    );
  });

  it('wrong: the default port written out is only a remark', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com:443/login/saml'))).toBe(
      'warning default-port: Recipient is https://eu-api.mimecast.com:443/login/saml, which is the same place as https://eu-api.mimecast.com/login/saml but not the same text: it writes out the port :443; strict service providers refuse it.',
    );
  });

  it('wrong: the host in capitals is only a remark', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://EU-API.mimecast.com/login/saml'))).toBe(
      'warning host-case: Recipient is https://EU-API.mimecast.com/login/saml, which is the same place as https://eu-api.mimecast.com/login/saml but not the same text: the host is written in another case; strict service providers refuse it.',
    );
  });

  it('wrong: upper case in the path', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/Login/SAML'))).toBe(
      'fail case: Recipient is https://eu-api.mimecast.com/Login/SAML, but the endpoint is https://eu-api.mimecast.com/login/saml: upper and lower case differ in the path.',
    );
  });

  it('wrong: a slash too many', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/saml/'))).toBe(
      'fail trailing-slash: Recipient is https://eu-api.mimecast.com/login/saml/, but the endpoint is https://eu-api.mimecast.com/login/saml: it has a slash at the end too many.',
    );
  });

  it('wrong: another region', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://us-api.mimecast.com/login/saml'))).toBe(
      'fail region: Recipient is https://us-api.mimecast.com/login/saml, but the endpoint is https://eu-api.mimecast.com/login/saml: it is of the Mimecast region us, expected is eu.',
    );
  });

  it('wrong: another path', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login'))).toBe(
      'fail path: Recipient is https://eu-api.mimecast.com/login, but the endpoint is https://eu-api.mimecast.com/login/saml: the path is /login, not /login/saml.',
    );
  });

  it('wrong: another path of this service provider', async () => {
    expect(
      await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/sso/mpp'), {
        serviceProvider: {
          knownUrls: [
            { url: 'https://eu-api.mimecast.com/login/sso/mpp', what: 'the endpoint of the Personal Portal' },
          ],
        },
      }),
    ).toBe(
      'fail own-url: Recipient is https://eu-api.mimecast.com/login/sso/mpp, but the endpoint is https://eu-api.mimecast.com/login/saml: that is the endpoint of the Personal Portal.',
    );
  });

  it('wrong: the Identifier', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/sso/C46A75'))).toBe(
      'fail entity-id: Recipient is https://eu-api.mimecast.com/sso/C46A75, but the endpoint is https://eu-api.mimecast.com/login/saml: that is the Identifier, not the Reply URL.',
    );
  });

  it('wrong: another host', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://evil.example/login/saml'))).toBe(
      'fail host: Recipient is https://evil.example/login/saml, but the endpoint is https://eu-api.mimecast.com/login/saml: the host is evil.example, not eu-api.mimecast.com.',
    );
  });

  it('wrong: a query behind it', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/saml?x=1'))).toBe(
      'fail query: Recipient is https://eu-api.mimecast.com/login/saml?x=1, but the endpoint is https://eu-api.mimecast.com/login/saml: the part after ? is ?x=1.',
    );
  });

  it('wrong: a fragment behind it', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/saml#x'))).toBe(
      'fail fragment: Recipient is https://eu-api.mimecast.com/login/saml#x, but the endpoint is https://eu-api.mimecast.com/login/saml: the part after # differs.',
    );
  });

  it('wrong: percent-encoded', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/%73aml'))).toBe(
      'fail percent-encoding: Recipient is https://eu-api.mimecast.com/login/%73aml, but the endpoint is https://eu-api.mimecast.com/login/saml: characters are percent-encoded differently.',
    );
  });

  it('wrong: a no-break space at the end', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1https://eu-api.mimecast.com/login/saml\u00a0'))).toBe(
      'fail white-space: Recipient is https://eu-api.mimecast.com/login/saml⍽, but the endpoint is https://eu-api.mimecast.com/login/saml: it holds white space or invisible characters.',
    );
  });

  it('wrong: not even a URL', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1eu-api'))).toBe(
      'fail different: Recipient is eu-api, but the endpoint is https://eu-api.mimecast.com/login/saml: it is another value.',
    );
  });

  it('the endpoint is not known', async () => {
    expect(await says(id, {}, { serviceProvider: { assertionConsumerServiceUrl: undefined as never } })).toBe(
      'not-applicable: The AssertionConsumerService URL is not known: give it (--acs, assertionConsumerServiceUrl).',
    );
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/ Recipient="[^"]*"/, ''))).toBe(
      'fail missing: SubjectConfirmationData has no Recipient: it does not say where the assertion may be presented.',
    );
  });

  it('absent: empty', async () => {
    expect(await says(id, edit(/(Recipient=")[^"]*/, '$1'))).toBe(
      'fail missing: SubjectConfirmationData has an empty Recipient: it does not say where the assertion may be presented.',
    );
  });

  it('absent: no confirmation data at all', async () => {
    expect(await says(id, edit(/<SubjectConfirmationData[^>]*>/, ''))).toBe(
      'not-applicable: There is no bearer confirmation data to look at: see bearer-confirmation-present.',
    );
  });

  it('twice: of two confirmations the good one counts', async () => {
    expect(
      await says(
        id,
        edit(
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData Recipient="https://evil.example/" NotOnOrAfter="2026-03-02T10:00:00Z"/></SubjectConfirmation>$&',
        ),
      ),
    ).toBe('pass: The assertion may be presented at this endpoint.');
  });
});
