import { describe, expect, it } from '@jest/globals';
import type { Application } from '../../src/entra/application.js';
import type { UserDraft } from '../../src/entra/user.js';
import { ENTRA_CLAIM, NAME_ID_FORMAT } from '../../src/saml/names.js';
import { readAssertion } from '../../src/saml/read-assertion.js';
import { readResponse } from '../../src/saml/read-response.js';
import { readXml } from '../../src/saml/read-xml.js';
import { ACS, aStandIn, ENTITY_ID } from '../a-stand-in.js';

const CORE = ['tenantid', 'objectidentifier', 'displayname', 'identityprovider', 'authnmethodsreferences'];

describe('The claims of a response', () => {
  it('come in Entra’s order', async () => {
    const { claims } = await signIn('B.Simon@contoso.com');
    expect(shortNames(claims)).toEqual([...CORE, 'givenname', 'surname', 'emailaddress', 'name']);
  });

  it('put groups before the identity provider, and roles after the ways of signing in', async () => {
    const { claims } = await signIn('Nestor.Wilke@contoso.com', {
      application: {
        groupClaim: { groups: 'All groups', sourceAttribute: 'Group ID' },
        appRoles: [{ displayName: 'Administrator', value: 'admin' }],
      },
      memberOf: 3,
      role: 'admin',
    });
    expect(shortNames(claims).slice(0, 7)).toEqual([
      'tenantid',
      'objectidentifier',
      'displayname',
      'groups',
      'identityprovider',
      'authnmethodsreferences',
      'role',
    ]);
    expect(claims.get(ENTRA_CLAIM.groups)).toHaveLength(3);
    expect(claims.get(ENTRA_CLAIM.role)).toEqual(['admin']);
  });

  it.each([
    ['no mail', 'Miriam.Graham@contoso.com', 'emailaddress'],
    ['no surname', 'Svc.Scanner@contoso.com', 'surname'],
  ])('leave out what a user with %s does not have, instead of sending it empty', async (_, user, missing) => {
    const { claims } = await signIn(user);
    expect(shortNames(claims)).not.toContain(missing);
    expect([...claims.values()].flat()).not.toContain('');
  });

  it('say of a guest where the guest is at home', async () => {
    const { claims, nameId } = await signIn('grace.hopper_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect(nameId?.value).toBe('grace.hopper_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect(claims.get(ENTRA_CLAIM.emailAddress)).toEqual(['grace.hopper@fabrikam.com']);
    expect(claims.get(ENTRA_CLAIM.identityProvider)?.[0]).toMatch(/^https:\/\/sts\.windows\.net\/[0-9a-f-]{36}\/$/);
    expect(
      (await signIn('olaf_outlook.com#EXT#@contoso.onmicrosoft.com')).claims.get(ENTRA_CLAIM.identityProvider),
    ).toEqual(['live.com']);
  });

  it('show MFA only as a second way of signing in; the context class stays Password', async () => {
    const { claims, xml } = await signIn('Isaiah.Langer@contoso.com');
    expect(claims.get(ENTRA_CLAIM.authnMethodsReferences)).toEqual([
      'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password',
      'http://schemas.microsoft.com/claims/multipleauthn',
    ]);
    expect(xml).toContain('<AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password<');
  });

  it('carry names beyond ASCII as they are', async () => {
    const { claims } = await signIn('Zoe.Astroem@contoso.com');
    expect(claims.get(ENTRA_CLAIM.surname)).toEqual(['Åström-Ñandú 張']);
  });

  it('cannot be broken out of by a user’s attributes', async () => {
    const displayName = `"]]><Attribute Name="role"><AttributeValue>admin</AttributeValue></Attribute><!--`;
    const { claims } = await signIn('mallory@contoso.com', {
      user: { userPrincipalName: 'mallory@contoso.com', displayName },
    });
    expect(claims.get(ENTRA_CLAIM.displayName)).toEqual([displayName]);
    expect(claims.has('role')).toBe(false);
  });

  it('are named namespace/name, or by their bare name', async () => {
    const claims = [
      { name: 'mail', namespace: 'urn:example', source: 'user.mail' },
      { name: 'plan', source: '"gold"' },
      { name: 'prefix', source: 'user.mail', transformation: 'ExtractMailPrefix()' as const },
    ];
    const signedIn = await signIn('B.Simon@contoso.com', { application: { claims } });
    expect(signedIn.claims.get('urn:example/mail')).toEqual(['B.Simon@contoso.com']);
    expect(signedIn.claims.get('plan')).toEqual(['gold']);
    expect(signedIn.claims.get('prefix')).toEqual(['B.Simon']);
  });

  it('say their name format only when the application asks for it', async () => {
    expect((await signIn('B.Simon@contoso.com')).xml).not.toContain('NameFormat');
    const { xml } = await signIn('B.Simon@contoso.com', { application: { includeAttributeNameFormat: true } });
    expect(xml).toContain('NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"');
  });
});

describe('Groups', () => {
  const all = { groupClaim: { groups: 'All groups', sourceAttribute: 'Group ID' } } as const;

  it('are left away unless a group claim is configured', async () => {
    expect((await signIn('Nestor.Wilke@contoso.com')).claims.has(ENTRA_CLAIM.groups)).toBe(false);
  });

  it.each([
    ['151', 'Nestor.Wilke@contoso.com'],
    ['2,000', 'Patti.Fernandez@contoso.com'],
  ])('of %s become a link', async (_, user) => {
    const { claims } = await signIn(user, { application: all });
    expect(claims.has(ENTRA_CLAIM.groups)).toBe(false);
    expect(claims.get(ENTRA_CLAIM.groupsLink)?.[0]).toMatch(
      /^https:\/\/graph\.windows\.net\/[0-9a-f-]{36}\/users\/[0-9a-f-]{36}\/getMemberObjects$/,
    );
  });

  it('of 150 are all there', async () => {
    const { claims } = await signIn('Nestor.Wilke@contoso.com', { application: all, memberOf: 150 });
    expect(claims.get(ENTRA_CLAIM.groups)).toHaveLength(150);
  });

  it('count with the nested ones, except when only assigned groups are asked for', async () => {
    expect(
      (await signIn('Lee.Gu@contoso.com', { application: { ...all, assignmentRequired: false } })).claims.get(
        ENTRA_CLAIM.groups,
      ),
    ).toHaveLength(2);
    const assigned = {
      groupClaim: { groups: 'Groups assigned to the application', sourceAttribute: 'Group ID' },
      assignmentRequired: false,
    } as const;
    expect((await signIn('Lee.Gu@contoso.com', { application: assigned })).claims.has(ENTRA_CLAIM.groups)).toBe(false);
  });

  it('are the assigned ones, in whatever case their ids are written', async () => {
    const groupClaim = { groups: 'Groups assigned to the application', sourceAttribute: 'Group ID' } as const;
    const id = '0F5C2A7E-9B1D-4C3A-8E6F-1234567890AB';
    const { claims } = await signIn('B.Simon@contoso.com', { application: { groupClaim }, group: id });
    expect(claims.get(ENTRA_CLAIM.groups)).toEqual([id]);
  });
});

describe('The NameID', () => {
  it('is the user name in e-mail format by default', async () => {
    const { nameId } = await signIn('jsherman@contoso.onmicrosoft.com');
    expect(nameId).toMatchObject({ value: 'jsherman@contoso.onmicrosoft.com', format: NAME_ID_FORMAT.emailAddress });
  });

  it('is the mail address when the claim says so', async () => {
    const application = { nameId: { source: 'user.mail', format: 'Email address' } } as const;
    const { nameId } = await signIn('jsherman@contoso.onmicrosoft.com', { application });
    expect(nameId?.value).toBe('Joni.Sherman@contoso.com');
  });

  it('is opaque, 43 characters, and the same each time when the request asks for persistent', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await signIn('B.Simon@contoso.com', { format: NAME_ID_FORMAT.persistent })).nameId),
    );
    expect(ids[0]?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(ids[0]?.value).toBe(ids[1]?.value);
  });

  it('follows the request’s format before the claim’s', async () => {
    const application = { nameId: { source: 'user.mail', format: 'Persistent' } } as const;
    const asked = await signIn('B.Simon@contoso.com', { application, format: NAME_ID_FORMAT.emailAddress });
    expect(asked.nameId).toMatchObject({ value: 'B.Simon@contoso.com', format: NAME_ID_FORMAT.emailAddress });
    expect((await signIn('B.Simon@contoso.com', { application })).nameId?.format).toBe(NAME_ID_FORMAT.persistent);
    expect((await signIn('B.Simon@contoso.com', { format: NAME_ID_FORMAT.transient })).nameId?.value).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe('The times of a response', () => {
  it('are those of captured ones: five minutes back, an hour ahead, from a moment just before', async () => {
    const { assertion, xml } = await signIn('B.Simon@contoso.com');
    const [conditions] = assertion?.conditions ?? [];
    const [begin = 0, end = 0] = [conditions?.notBefore?.ms, conditions?.notOnOrAfter?.ms];
    expect(end - begin).toBe(65 * 60_000);
    const decided = (assertion?.issueInstant?.ms ?? 0) - (end - 60 * 60_000);
    expect(decided).toBeGreaterThanOrEqual(90);
    expect(decided).toBeLessThanOrEqual(500);
    expect(assertion?.subject?.confirmations[0]?.data?.notOnOrAfter?.ms).toBe(end);
    expect(xml).not.toContain('SessionNotOnOrAfter');
    expect(assertion?.authnStatements[0]?.sessionIndex).toBe(assertion?.id);
    expect(assertion?.id).toMatch(/^_[0-9a-f-]{34}0[0-3]$/);
  });

  it('end later under a token lifetime policy, those of SubjectConfirmationData do not', async () => {
    const { assertion } = await signIn('B.Simon@contoso.com', { application: { accessTokenLifetimeMinutes: 120 } });
    const end = assertion?.conditions[0]?.notOnOrAfter?.ms ?? 0;
    expect(end - (assertion?.subject?.confirmations[0]?.data?.notOnOrAfter?.ms ?? 0)).toBe(65 * 60_000);
  });
});

async function signIn(
  user: string,
  how: {
    readonly application?: Partial<Application>;
    readonly user?: UserDraft;
    readonly memberOf?: number;
    readonly role?: string;
    /** Id of a group that is assigned, with the user in it. */
    readonly group?: string;
    readonly format?: string;
  } = {},
) {
  const entra = aStandIn('claims', how.application ? { application: how.application } : {});
  entra.addPersonas();
  if (how.user) {
    entra.addUser(how.user);
    entra.assign(how.user.userPrincipalName);
  }
  const known = entra.directory.find(user);
  if (known && how.memberOf !== undefined) entra.addUser({ ...known, memberOf: known.memberOf.slice(0, how.memberOf) });
  if (known && how.group !== undefined) {
    entra.addGroup({ id: how.group, displayName: 'Mimecast', memberOf: [] });
    entra.assign(how.group);
    entra.addUser({ ...known, memberOf: [how.group] });
  }
  if (how.role !== undefined) entra.assign(user, how.role);
  const policy = how.format === undefined ? '' : `<samlp:NameIDPolicy Format="${how.format}"/>`;
  const requestXml = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-03-02T09:14:59Z" AssertionConsumerServiceURL="${ACS}"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${ENTITY_ID}</Issuer>${policy}</samlp:AuthnRequest>`;
  const answer = await entra.answer({ kind: 'sp-initiated', user, requestXml });
  if (answer.kind !== 'post') throw new Error(JSON.stringify(answer));
  const { document } = readXml(answer.responseXml);
  const [element] = (document && readResponse(document)?.assertions) ?? [];
  const assertion = element && readAssertion(element);
  const claims = new Map(
    assertion?.attributes.map(({ name = '', values }) => [name, values.map(({ value }) => value)]),
  );
  return { xml: answer.responseXml, assertion, claims, nameId: assertion?.subject?.nameIds[0] };
}

function shortNames(claims: ReadonlyMap<string, unknown>): string[] {
  return [...claims.keys()].map((name) => name.split('/').at(-1) ?? name);
}
