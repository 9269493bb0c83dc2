import { describe, expect, it } from '@jest/globals';
import { readSeed } from '../../src/entra/seed.js';
import { seededRandom } from '../../src/entra/seeded-random.js';
import { createEntraStandIn } from '../../src/entra/stand-in.js';
import { AT, aStandIn, testVault } from '../a-stand-in.js';

const SEED = `
application:
  identifiers: [https://us-api.mimecast.com/sso/C46A75]
  replyUrls: [https://us-api.mimecast.com/login/saml]
  appRoles: [{ displayName: Administrator, value: admin }]
  nameId: { source: user.mail, format: Email address }
users:
  - { userPrincipalName: B.Simon@contoso.com, displayName: B. Simon, mail: b.simon@contoso.com }
  - { userPrincipalName: Grady.Archie@contoso.com }
groups:
  - { id: 11111111-1111-4111-8111-111111111111, displayName: Mail }
assignments:
  - { principal: B.Simon@contoso.com, role: admin }
`;

describe('A seed file', () => {
  it('makes the tenant it describes', async () => {
    const entra = await standInOf(SEED);
    expect(entra.application.replyUrls).toEqual(['https://us-api.mimecast.com/login/saml']);
    expect(entra.users.map(({ userPrincipalName }) => userPrincipalName)).toEqual([
      'B.Simon@contoso.com',
      'Grady.Archie@contoso.com',
    ]);
    expect(entra.assignments.list()).toEqual([{ type: 'User', principal: 'B.Simon@contoso.com', role: 'admin' }]);
    expect(await entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com' })).toMatchObject({ kind: 'post' });
    expect(await entra.answer({ kind: 'idp-initiated', user: 'Grady.Archie@contoso.com' })).toMatchObject({
      aadsts: 50105,
    });
  });

  it('assigns everybody it names when it says nothing of assignments', async () => {
    const entra = await standInOf('users: [{ userPrincipalName: x@contoso.com }]');
    expect(entra.assignments.list()).toEqual([{ type: 'User', principal: 'x@contoso.com' }]);
  });

  it('brings the personas along, assigned but for those who rehearse that they are not', async () => {
    const entra = await standInOf('personas: true');
    expect(entra.users.length).toBeGreaterThan(12);
    expect(await entra.answer({ kind: 'idp-initiated', user: 'Lee.Gu@contoso.com' })).toMatchObject({ aadsts: 50105 });
    expect(await entra.answer({ kind: 'idp-initiated', user: 'Nestor.Wilke@contoso.com' })).toMatchObject({
      kind: 'post',
    });
  });

  it('may be empty', async () => {
    expect((await standInOf('')).users).toHaveLength(3);
  });

  it('is refused with every fault named', async () => {
    const bad = 'aplication: {}\nusers: [{ displayName: Nobody }]\napplication: { signingOption: Sign everything }';
    for (const words of ['aplication', 'users.0.userPrincipalName', 'application.signingOption']) {
      await expect(readSeed(bad)).rejects.toThrow(words);
    }
    await expect(readSeed('users: [')).rejects.toMatchObject({ code: 'SEED_INVALID' });
  });

  it('is what a snapshot is: a tenant comes back as it was left', async () => {
    const entra = aStandIn();
    entra.addPersonas();
    entra.updateApplication({
      signOnUrl: 'https://eu-api.mimecast.com/login/saml',
      signingOption: 'Sign SAML response',
    });
    const text = JSON.stringify(entra.snapshot());
    const again = await standInOf(text);
    expect(JSON.parse(JSON.stringify(again.snapshot()))).toEqual(JSON.parse(text));
  });
});

async function standInOf(text: string) {
  return createEntraStandIn({
    clock: { now: () => AT },
    random: seededRandom('seed'),
    keys: testVault(),
    origin: () => 'http://127.0.0.1:7011',
    snapshot: await readSeed(text),
  });
}
