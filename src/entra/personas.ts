import { guidFor } from './guid.js';
import { CONTOSO, issuerOf } from './tenant.js';
import type { Group, UserDraft } from './user.js';

/** The user of Microsoft's tutorial and two more: assigned, with everything a login needs. */
export const TUTORIAL_USERS: readonly UserDraft[] = [
  user('B.Simon', 'B. Simon', 'B.', 'Simon'),
  user('Adele.Vance', 'Adele Vance', 'Adele', 'Vance'),
  user('Lidia.Holloway', 'Lidia Holloway', 'Lidia', 'Holloway'),
];

const MANY = 151;
const THOUSANDS = 2_000;
const serial = guidFor('distribution groups').slice(0, -12);
const outer = group('Mimecast users');
const inner = { ...group('Mimecast users, Berlin'), memberOf: [outer.id] };

/** Groups of the tenant: one that is assigned, one nested in it, and enough others for the limit of 150. */
export const PERSONA_GROUPS: readonly Group[] = [
  outer,
  inner,
  ...Array.from({ length: THOUSANDS }, (_, index) => numbered(index + 1)),
];
export const ASSIGNED_GROUP = outer.id;
const many = PERSONA_GROUPS.slice(2).map(({ id }) => id);

/** Users who are each one of the real failure stories. */
export const PERSONAS: readonly UserDraft[] = [
  {
    ...user('Grace.Hopper', 'Grace Hopper', 'Grace', 'Hopper'),
    userPrincipalName: `grace.hopper_fabrikam.com#EXT#@${CONTOSO.initialDomain}`,
    mail: 'grace.hopper@fabrikam.com',
    userType: 'Guest',
    identityProvider: issuerOf(guidFor('saml-rehearsal tenant fabrikam.com')),
    persona: 'Guest of another tenant: the user name holds #EXT#',
  },
  {
    ...user('Olaf.Personal', 'Olaf Personal', 'Olaf', 'Personal'),
    userPrincipalName: `olaf_outlook.com#EXT#@${CONTOSO.initialDomain}`,
    mail: 'olaf@outlook.com',
    userType: 'Guest',
    identityProvider: 'live.com',
    signsInWith: 'one-time-passcode',
    persona: 'Guest with a personal account: identity provider live.com',
  },
  {
    ...user('Joni.Sherman', 'Joni Sherman', 'Joni', 'Sherman'),
    userPrincipalName: `jsherman@${CONTOSO.initialDomain}`,
    persona: 'User name is not the mail address',
  },
  { ...withoutMail('Miriam.Graham', 'Miriam Graham', 'Miriam', 'Graham'), persona: 'No mail: no emailaddress claim' },
  {
    userPrincipalName: `Svc.Scanner@${CONTOSO.domain}`,
    displayName: 'Scanner',
    givenName: 'Scanner',
    mail: `Svc.Scanner@${CONTOSO.domain}`,
    persona: 'No surname: no surname claim',
  },
  { ...user('Zoe.Astroem', 'Zoë Åström-Ñandú 張', 'Zoë', 'Åström-Ñandú 張'), persona: 'Names beyond ASCII' },
  {
    ...user('Nestor.Wilke', 'Nestor Wilke', 'Nestor', 'Wilke'),
    memberOf: many.slice(0, MANY),
    persona: '151 groups: groups.link instead of groups, when a group claim is configured',
  },
  {
    ...user('Patti.Fernandez', 'Patti Fernandez', 'Patti', 'Fernandez'),
    memberOf: many,
    persona: '2,000 groups',
  },
  {
    ...user('Lee.Gu', 'Lee Gu', 'Lee', 'Gu'),
    memberOf: [inner.id],
    persona: 'Only in a group nested in the assigned one: AADSTS50105',
  },
  { ...user('Alex.Wilber', 'Alex Wilber', 'Alex', 'Wilber'), persona: 'Not assigned: AADSTS50105' },
  {
    ...user('Diego.Siciliani', 'Diego Siciliani', 'Diego', 'Siciliani'),
    accountEnabled: false,
    persona: 'Account disabled: AADSTS50057',
  },
  {
    ...user('Isaiah.Langer', 'Isaiah Langer', 'Isaiah', 'Langer'),
    signsInWith: 'multi-factor',
    persona: 'Signs in with MFA',
  },
  {
    ...user('Henrietta.Mueller', 'Henrietta Mueller', 'Henrietta', 'Mueller'),
    signsInWith: 'windows-integrated',
    persona: 'Signs in with Windows: AADSTS75011 when a password is requested',
  },
];

/** Personas who are not assigned; everybody else is. */
export const UNASSIGNED: readonly string[] = [`Lee.Gu@${CONTOSO.domain}`, `Alex.Wilber@${CONTOSO.domain}`];

function user(name: string, displayName: string, givenName: string, surname: string): UserDraft {
  const userPrincipalName = `${name}@${CONTOSO.domain}`;
  return { userPrincipalName, displayName, givenName, surname, mail: userPrincipalName };
}

function withoutMail(...given: Parameters<typeof user>): UserDraft {
  const { mail, ...rest } = user(...given);
  return rest;
}

function group(displayName: string): Group {
  return { id: guidFor(`group ${displayName}`), displayName, memberOf: [] };
}

/** Thousands of them, at every start: counting is cheaper than hashing. */
function numbered(index: number): Group {
  const id = `${serial}${index.toString(16).padStart(12, '0')}`;
  return { id, displayName: `Distribution ${String(index).padStart(4, '0')}`, memberOf: [] };
}
