/** What both checks of an Issuer say. */

import { NAME_ID_FORMAT } from '../saml/names.js';
import type { NameId } from '../saml/types.js';
import type { Outcome } from './check.js';
import { difference } from './difference.js';
import type { Expectations } from './expectations.js';
import { fail, notApplicable, pass, type Where } from './outcomes.js';
import { show } from './show.js';

export const ISSUER_KINDS = {
  format: 'the Issuer has a Format other than entity',
  empty: 'it is empty',
  'other-tenant': 'it is another Entra tenant',
  'login-url': 'it is the login URL (or another endpoint), not the entityID',
  'trailing-slash': 'only the slash at the end differs',
  case: 'only upper and lower case differ',
  scheme: 'http against https',
  'white-space': 'white space or invisible characters',
  different: 'it is another identity provider',
} as const;

const TENANT = /^https:\/\/sts\.windows\.net\/([^/]+)\/?$/;

/** Judges an Issuer that is there (SAML core 2.2.5, SAML profiles 4.1.4.2). */
export function judgeIssuer(of: 'Response' | 'Assertion', issuer: NameId, at: Where, expected: Expectations): Outcome {
  const { format, value } = issuer;
  if (format !== undefined && format !== NAME_ID_FORMAT.entity) {
    return fail(expected, {
      kind: 'format',
      summary: `The Issuer of the ${of} has the Format ${show(format, 100)}; an Issuer is an entityID.`,
      expected: `no Format, or ${NAME_ID_FORMAT.entity}`,
      actual: format,
      at,
      remedies: ['follow-the-schema'],
    });
  }
  if (value.trim() === '') {
    return fail(expected, {
      kind: 'empty',
      summary: `The Issuer of the ${of} is empty.`,
      expected: expected.identityProvider.entityId ?? "the identity provider's entityID",
      actual: value,
      at,
      remedies: ['set-issuer'],
    });
  }
  return compareIssuer(of, value, at, expected);
}

function compareIssuer(of: 'Response' | 'Assertion', value: string, at: Where, expected: Expectations): Outcome {
  const { entityId } = expected.identityProvider;
  if (entityId === undefined) {
    return notApplicable(
      `The identity provider's entityID is not known: give its metadata (the message says ${show(value, 120)}).`,
    );
  }
  const found = difference(entityId, value);
  if (!found) return pass();
  const kind = kindOf(entityId, value, found.kind);
  return fail(expected, {
    kind,
    summary: `The ${of} is from ${show(value, 150)}, expected is ${show(entityId, 150)}: ${words(kind, found.words)}.`,
    expected: entityId,
    actual: value,
    difference: found.marked,
    at,
    remedies: kind === 'other-tenant' ? ['use-right-tenant', 'set-idp-entity-id'] : ['set-idp-entity-id', 'set-issuer'],
  });
}

function kindOf(expected: string, actual: string, kind: string): keyof typeof ISSUER_KINDS {
  const [one, two] = [TENANT.exec(expected)?.[1], TENANT.exec(actual)?.[1]];
  if (one !== undefined && two !== undefined && one.toLowerCase() !== two.toLowerCase()) return 'other-tenant';
  if (
    /login\.microsoftonline\.com|\/saml2\/?$/.test(actual) ||
    /login\.microsoftonline\.com|\/saml2\/?$/.test(expected)
  )
    return 'login-url';
  return kind in ISSUER_KINDS ? (kind as keyof typeof ISSUER_KINDS) : 'different';
}

function words(kind: keyof typeof ISSUER_KINDS, found: string): string {
  if (kind === 'other-tenant') return 'that is another Entra tenant';
  if (kind === 'login-url') return "one of them is a login URL; Entra's entityID is https://sts.windows.net/<tenant>/";
  return found;
}
