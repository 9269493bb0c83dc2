/** The steps of Microsoft's tutorial "Azure AD SSO integration with Mimecast", in its order, and what of each can be seen from here. */

export type StepSide = 'entra' | 'mimecast' | 'test';

interface StepText {
  readonly side: StepSide;
  readonly title: string;
  /** Where to click. */
  readonly where: string;
  readonly isOptional?: true;
  /** What to wait for, while the step was not seen. */
  readonly unseen: string;
}

const APP = 'Enterprise applications › (the app)';
const BASIC = `${APP} › Single sign-on › SAML › Basic SAML Configuration › Edit`;
const PROFILES = 'Administration › Services › Applications › Authentication Profiles';
const DIRECTORIES = 'Administration › Directories › Internal Directories';

export const TUTORIAL_STEPS = {
  application: {
    side: 'entra',
    title: 'Add Mimecast from the gallery',
    where: 'Enterprise applications › All applications › New application › Mimecast › Create',
    unseen: 'Shows itself when metadata of one application is imported.',
  },
  identifier: {
    side: 'entra',
    title: 'Enter the Identifier',
    where: `${BASIC} › Identifier (Entity ID)`,
    unseen: 'Shows itself with the first response whose audience is this Identifier.',
  },
  'reply-url': {
    side: 'entra',
    title: 'Enter the Reply URL',
    where: `${BASIC} › Reply URL (Assertion Consumer Service URL)`,
    unseen: 'Shows itself with the first response that Entra addresses to this Reply URL.',
  },
  'sign-on-url': {
    side: 'entra',
    title: 'For SP-initiated mode, enter the Sign-on URL',
    where: `${BASIC} › Sign on URL`,
    isOptional: true,
    unseen: 'It is empty, so the tile in My Apps begins a login at Entra.',
  },
  'metadata-url': {
    side: 'entra',
    title: 'Copy the App Federation Metadata Url',
    where: `${APP} › Single sign-on › SAML Certificates › App Federation Metadata Url › Copy`,
    unseen: 'Copying leaves no trace; it is ticked once Import has read that URL.',
  },
  'test-user': {
    side: 'entra',
    title: 'Create a test user',
    where: 'Users › All users › New user',
    unseen: 'Shows itself with the first response whose signature holds.',
  },
  assignment: {
    side: 'entra',
    title: 'Assign the test user to the application',
    where: `${APP} › Users and groups › Add user/group › Assign`,
    unseen: 'Shows itself with the first response whose signature holds.',
  },
  'authentication-profile': {
    side: 'mimecast',
    title: 'Make an Authentication Profile that enforces SAML',
    where: `${PROFILES} › New Authentication Profile › Description, Enforce SAML Authentication for Mimecast, Provider`,
    unseen: 'SAML is enforced for nobody.',
  },
  import: {
    side: 'mimecast',
    title: 'Import the metadata',
    where: `${PROFILES} › (the profile) › Metadata URL › Import`,
    unseen: 'Nothing is imported: the profile has no certificate, or no Login URL.',
  },
  contexts: {
    side: 'mimecast',
    title: 'Untick both context boxes, and save',
    where: `${PROFILES} › (the profile) › Use Password Protected Context, Use Integrated Authentication Context › Save`,
    unseen: 'One of them is ticked: Entra answers AADSTS75011 to whoever has signed in another way.',
  },
  domain: {
    side: 'mimecast',
    title: 'Register the domain',
    where: `${DIRECTORIES} › New Domain`,
    unseen: 'No domain is registered.',
  },
  address: {
    side: 'mimecast',
    title: 'Create the test user’s address',
    where: `${DIRECTORIES} › (the domain) › New Address`,
    unseen: 'There is no address, so nobody can sign in.',
  },
  role: {
    side: 'mimecast',
    title: 'Give the address a role, if it needs one',
    where: `${DIRECTORIES} › (the domain) › (the address) › Role Edit`,
    isOptional: true,
    unseen: 'No address has a role: everybody lands in the portal.',
  },
  'sp-initiated': {
    side: 'test',
    title: 'Test a login that begins at Mimecast (SP-initiated)',
    where: 'The Sign-on URL',
    unseen: 'No such login was accepted yet.',
  },
  'idp-initiated': {
    side: 'test',
    title: 'Test a login that begins at Entra (IdP-initiated)',
    where: `${APP} › Single sign-on › Test this application, with no Sign-on URL entered`,
    unseen: 'No such login was accepted yet.',
  },
  'my-apps': {
    side: 'test',
    title: 'Click the tile in My Apps',
    where: 'myapps.microsoft.com › Mimecast',
    isOptional: true,
    unseen: 'What arrives here is the same as from Test this application or from the Sign-on URL.',
  },
} as const satisfies Record<string, StepText>;

export type StepId = keyof typeof TUTORIAL_STEPS;

export const STEP_IDS = Object.keys(TUTORIAL_STEPS) as readonly StepId[];
