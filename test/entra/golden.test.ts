/** With the inputs of a captured response of Entra ID, the stand-in's differs from it in ids, instants, keys and values over them only. */
import { describe, expect } from '@jest/globals';
import { aStandIn } from '../a-stand-in.js';
import { corpusText, itOverCorpus } from '../saml/corpus.js';

const CAPTURES = {
  'a response of November 2023, IdP-initiated, a guest with MFA': {
    xml: () => corpusText('entra/ssoready/assertion.xml'),
    method: 'multi-factor',
  },
  'a response of February 2019, SP-initiated, a guest with a password': {
    xml: () => Buffer.from(corpusText('entra/fusionauth/encodedResponse.txt'), 'base64').toString('utf8'),
    method: 'password',
  },
} as const;

describe('Beside what Entra ID itself sent', () => {
  for (const [name, { xml, method }] of Object.entries(CAPTURES)) {
    itOverCorpus(`the stand-in writes ${name}, without a structural difference`, async () => {
      const captured = xml();
      const ours = await answerLike(captured, method);
      expect(difference(masked(captured), masked(ours))).toBe('');
    });
  }
});

/** The same user signs in to the same application. */
async function answerLike(captured: string, method: 'password' | 'multi-factor'): Promise<string> {
  const value = (pattern: RegExp) => pattern.exec(captured)?.[1] ?? '';
  const claim = (name: string) => value(new RegExp(`claims/${name}"><AttributeValue>([^<]*)`));
  const userPrincipalName = claim('name');
  const [acs, audience] = [value(/Destination="([^"]*)"/), value(/<Audience>([^<]*)/)];
  const entra = aStandIn('golden', {
    tenantId: claim('tenantid'),
    application: { identifiers: [audience], replyUrls: [acs] },
    users: [
      {
        userPrincipalName,
        id: claim('objectidentifier'),
        displayName: claim('displayname'),
        givenName: claim('givenname'),
        surname: claim('surname'),
        mail: claim('emailaddress'),
        identityProvider: claim('identityprovider'),
      },
    ],
  });
  const id = value(/InResponseTo="([^"]*)"/);
  const requestXml = `<samlp:AuthnRequest xmlns="urn:oasis:names:tc:SAML:2.0:metadata" ID="${id}" Version="2.0" IssueInstant="2023-11-17T22:11:17.294Z" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${audience}</Issuer></samlp:AuthnRequest>`;
  const answer = await entra.answer(
    id === ''
      ? { kind: 'idp-initiated', user: userPrincipalName, method }
      : { kind: 'sp-initiated', user: userPrincipalName, method, requestXml },
  );
  if (answer.kind !== 'post') throw new Error(JSON.stringify(answer));
  return answer.responseXml;
}

/** Ids become the order of their first appearance, so that references between them still count; instants lose their value. */
function masked(xml: string): string {
  const ids = new Map<string, string>();
  return xml
    .trim()
    .replace(/_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? `_id${ids.size + 1}`);
      return ids.get(id) ?? '';
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'INSTANT')
    .replace(/(<(DigestValue|SignatureValue|X509Certificate)>)[A-Za-z0-9+/=]+/g, '$1BASE64');
}

/** The places where two texts differ, tag by tag; empty when they are the same, byte for byte. */
function difference(theirs: string, ours: string): string {
  if (theirs === ours) return '';
  const [left, right] = [theirs.split(/(?=<)/), ours.split(/(?=<)/)];
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    left[index] === right[index] ? [] : [`- ${left[index] ?? ''}`, `+ ${right[index] ?? ''}`],
  );
  return lines.flat().slice(0, 40).join('\n');
}
