import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'audience-matches';

describe(id, () => {
  it('right: the Identifier', async () => {
    expect(await says(id)).toBe('pass: For https://eu-api.mimecast.com/sso/C46A75.');
  });

  it('wrong: spn: before it', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1spn:https://eu-api.mimecast.com/sso/C46A75'))).toBe(
      'fail spn-prefix: The assertion is for spn:https://eu-api.mimecast.com/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it has the prefix spn: before the expected value.',
    );
  });

  it('wrong: spn: with an application ID', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1spn:7c1f0b62-6d1e-4d0e-9a55-0c8f5a1f8f11'))).toBe(
      'fail spn-prefix: The assertion is for spn:7c1f0b62-6d1e-4d0e-9a55-0c8f5a1f8f11, not for https://eu-api.mimecast.com/sso/C46A75: it is a service principal name (spn:), as Entra writes for a bare application ID.',
    );
  });

  it('wrong: a bare GUID', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$17c1f0b62-6d1e-4d0e-9a55-0c8f5a1f8f11'))).toBe(
      'fail bare-guid: The assertion is for 7c1f0b62-6d1e-4d0e-9a55-0c8f5a1f8f11, not for https://eu-api.mimecast.com/sso/C46A75: it is a bare GUID (an application ID), not this identifier.',
    );
  });

  it('wrong: the Reply URL', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/login/saml'))).toBe(
      'fail reply-url: The assertion is for https://eu-api.mimecast.com/login/saml: that is the Reply URL, where the Identifier https://eu-api.mimecast.com/sso/C46A75 belongs.',
    );
  });

  it('wrong: another region', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://us-api.mimecast.com/sso/C46A75'))).toBe(
      'fail region: The assertion is for https://us-api.mimecast.com/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it is of the Mimecast region us, expected is eu.',
    );
  });

  it('wrong: another account code', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46A76'))).toBe(
      'fail account-code: The assertion is for https://eu-api.mimecast.com/sso/C46A76, not for https://eu-api.mimecast.com/sso/C46A75: the account code is C46A76, not C46A75.',
    );
  });

  it('wrong: the form for other identity providers', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1eu-api.mimecast.com.C46A75'))).toBe(
      "fail generic-form: The assertion is for eu-api.mimecast.com.C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it is Mimecast's form for identity providers other than Entra (host, dot, account code).",
    );
  });

  it('wrong: that form with https://', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com.C46A75'))).toBe(
      "fail generic-form: The assertion is for https://eu-api.mimecast.com.C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it is Mimecast's form for identity providers other than Entra (host, dot, account code).",
    );
  });

  it('wrong: without https://', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1eu-api.mimecast.com/sso/C46A75'))).toBe(
      'fail scheme-missing: The assertion is for eu-api.mimecast.com/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it lacks https:// at the beginning.',
    );
  });

  it('wrong: http', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1http://eu-api.mimecast.com/sso/C46A75'))).toBe(
      'fail scheme: The assertion is for http://eu-api.mimecast.com/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it begins with http://, not https://.',
    );
  });

  it('wrong: lower case', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/c46a75'))).toBe(
      'fail case: The assertion is for https://eu-api.mimecast.com/sso/c46a75, not for https://eu-api.mimecast.com/sso/C46A75: upper and lower case differ in the path.',
    );
  });

  it('wrong: the host in capitals', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://EU-api.mimecast.com/sso/C46A75'))).toBe(
      'fail host-case: The assertion is for https://EU-api.mimecast.com/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: the host is written in another case.',
    );
  });

  it('wrong: a slash too many', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46A75/'))).toBe(
      'fail trailing-slash: The assertion is for https://eu-api.mimecast.com/sso/C46A75/, not for https://eu-api.mimecast.com/sso/C46A75: it has a slash at the end too many.',
    );
  });

  it('wrong: another port', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com:8443/sso/C46A75'))).toBe(
      'fail port: The assertion is for https://eu-api.mimecast.com:8443/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: the port is 8443, not 443 (not written).',
    );
  });

  it('wrong: the default port', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com:443/sso/C46A75'))).toBe(
      'fail default-port: The assertion is for https://eu-api.mimecast.com:443/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: it writes out the port :443.',
    );
  });

  it('wrong: another path', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/saml/metadata'))).toBe(
      'fail path: The assertion is for https://eu-api.mimecast.com/saml/metadata, not for https://eu-api.mimecast.com/sso/C46A75: the path is /saml/metadata, not /sso/C46A75.',
    );
  });

  it('wrong: another host', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://other.example/sso/C46A75'))).toBe(
      'fail host: The assertion is for https://other.example/sso/C46A75, not for https://eu-api.mimecast.com/sso/C46A75: the host is other.example, not eu-api.mimecast.com.',
    );
  });

  it('wrong: a query', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46A75?a=b'))).toBe(
      'fail query: The assertion is for https://eu-api.mimecast.com/sso/C46A75?a=b, not for https://eu-api.mimecast.com/sso/C46A75: the part after ? is ?a=b.',
    );
  });

  it('wrong: a fragment', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46A75#a'))).toBe(
      'fail fragment: The assertion is for https://eu-api.mimecast.com/sso/C46A75#a, not for https://eu-api.mimecast.com/sso/C46A75: the part after # differs.',
    );
  });

  it('wrong: percent-encoded', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46%4175'))).toBe(
      'fail percent-encoding: The assertion is for https://eu-api.mimecast.com/sso/C46%4175, not for https://eu-api.mimecast.com/sso/C46A75: characters are percent-encoded differently.',
    );
  });

  it('wrong: a tab at the end', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1https://eu-api.mimecast.com/sso/C46A75&#9;'))).toBe(
      'fail white-space: The assertion is for https://eu-api.mimecast.com/sso/C46A75⇥, not for https://eu-api.mimecast.com/sso/C46A75: it holds white space or invisible characters.',
    );
  });

  it('wrong: empty', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1'))).toBe(
      'fail empty: The assertion is for (empty), not for https://eu-api.mimecast.com/sso/C46A75: it is empty.',
    );
  });

  it('wrong: a wildcard', async () => {
    expect(await says(id, edit(/(<Audience>)[^<]*/, '$1*'))).toBe(
      'fail different: The assertion is for *, not for https://eu-api.mimecast.com/sso/C46A75: it is another value.',
    );
  });

  it('twice: any of several Audiences may name it', async () => {
    expect(await says(id, edit('<Audience>', '<Audience>urn:other</Audience><Audience>'))).toBe(
      'pass: For https://eu-api.mimecast.com/sso/C46A75.',
    );
  });

  it('twice: none of several Audiences names it', async () => {
    expect(
      await says(
        id,
        edit(/<Audience>[^<]*/, '<Audience>urn:other</Audience><Audience>https://eu-api.mimecast.com/sso/C46A75/'),
      ),
    ).toBe(
      'fail trailing-slash: The assertion is for https://eu-api.mimecast.com/sso/C46A75/ (and 1 other audience besides, none of them right), not for https://eu-api.mimecast.com/sso/C46A75: it has a slash at the end too many.',
    );
  });

  it('twice: every AudienceRestriction must name it', async () => {
    expect(
      await says(
        id,
        edit(
          '<AudienceRestriction>',
          '<AudienceRestriction><Audience>urn:other</Audience></AudienceRestriction><AudienceRestriction>',
        ),
      ),
    ).toBe(
      'fail one-of-several: One AudienceRestriction names https://eu-api.mimecast.com/sso/C46A75, but another allows only urn:other; every one of them must hold.',
    );
  });

  it('absent: no AudienceRestriction', async () => {
    expect(await says(id, edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, ''))).toBe(
      'fail missing: The assertion does not say that it is for https://eu-api.mimecast.com/sso/C46A75: it names no audience at all.',
    );
  });

  it('absent: and none is demanded', async () => {
    expect(
      await says(id, edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, ''), {
        serviceProvider: { audienceOptional: true },
      }),
    ).toBe('not-applicable: There is no AudienceRestriction, and none is demanded.');
  });

  it('absent: no Conditions', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'not-applicable: There are no Conditions: see conditions-present.',
    );
  });

  it('the entityID is not known', async () => {
    expect(await says(id, {}, { serviceProvider: { entityId: undefined as never } })).toBe(
      'not-applicable: The entityID of this service provider is not known: give it (--entity-id, entityId). The message says https://eu-api.mimecast.com/sso/C46A75.',
    );
  });
});
