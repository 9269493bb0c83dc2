/** Who asks, for which application, and where the answer is to go. */

import { readInstant } from '../../saml/instant.js';
import { NS } from '../../saml/names.js';
import { isNcName } from '../../saml/nc-name.js';
import { attribute, child, textOf } from '../../saml/walk.js';
import type { XmlElement } from '../../saml/xml.js';
import { difference } from '../difference.js';
import { listed, show } from '../show.js';
import type { RegisteredApplication, RequestFault } from './lint.js';

export function lintIdentity(root: XmlElement): RequestFault[] {
  const faults: RequestFault[] = [];
  const id = attribute(root, 'ID');
  if (id === undefined) faults.push({ kind: 'id-missing', aadsts: 75005, words: 'it has no ID', element: root });
  else if (!isNcName(id)) {
    const why = /^\d/.test(id) ? 'begins with a digit' : 'holds characters an ID must not have';
    faults.push({
      kind: 'id-not-a-name',
      aadsts: 7500529,
      words: `its ID ${show(id, 80)} ${why}`,
      expected: `_${show(id, 60)}`,
      actual: id,
      element: root,
    });
  }
  const version = attribute(root, 'Version');
  if (version !== '2.0')
    faults.push({
      kind: 'version',
      aadsts: 75005,
      words: 'its Version is not 2.0',
      expected: '2.0',
      actual: version ?? 'none',
      element: root,
    });
  const issued = attribute(root, 'IssueInstant');
  if (issued === undefined || readInstant(issued).ms === undefined) {
    faults.push({
      kind: 'issue-instant',
      aadsts: 75005,
      words: 'its IssueInstant is not a date and time in UTC',
      actual: issued ?? 'none',
      element: root,
    });
  }
  return faults;
}

export function lintIssuer(root: XmlElement, { identifiers, idpEntityId }: RegisteredApplication): RequestFault[] {
  const element = child(root, NS.assertion, 'Issuer');
  const issuer = element && textOf(element);
  if (!element || !issuer?.trim())
    return [{ kind: 'issuer-missing', aadsts: 75005, words: 'it names no Issuer', element: element ?? root }];
  if (issuer === idpEntityId) {
    return [
      {
        kind: 'issuer-is-idp',
        aadsts: 700016,
        words: `its Issuer is ${show(issuer, 120)}, the entityID of the identity provider itself`,
        actual: issuer,
        element,
      },
    ];
  }
  if (!identifiers || identifiers.length === 0 || identifiers.includes(issuer)) return [];
  const [first = ''] = identifiers;
  const found = difference(first, issuer);
  const words = `its Issuer ${show(issuer, 120)} is not the Identifier of the application${identifiers.length === 1 && found ? `: ${found.words}` : ''}`;
  return [
    {
      kind: 'issuer-not-registered',
      aadsts: 700016,
      words,
      expected: listed(identifiers, 'or'),
      actual: issuer,
      ...(found && { difference: found.marked }),
      element,
    },
  ];
}

export function lintReplyUrl(root: XmlElement, { replyUrls }: RegisteredApplication): RequestFault[] {
  const url = attribute(root, 'AssertionConsumerServiceURL');
  if (url === undefined) return replyUrls?.length === 0 ? [noReplyUrl(root)] : [];
  const fault = replyUrlFault(url, replyUrls ?? []);
  return fault ? [{ ...fault, actual: url, element: root }] : [];
}

const noReplyUrl = (element: XmlElement): RequestFault => ({
  kind: 'no-reply-url',
  aadsts: 900971,
  words: 'it names no AssertionConsumerServiceURL, and the application has no Reply URL',
  element,
});

function replyUrlFault(url: string, registered: readonly string[]): RequestFault | undefined {
  const called = `its AssertionConsumerServiceURL ${show(url, 120)}`;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]+/i.test(url)) {
    return { kind: 'acs-relative', aadsts: 7500511, words: `${called} is not an absolute URL` };
  }
  if (registered.length > 0 && !registered.some((one) => isReplyUrl(one, url))) {
    const found = difference(registered[0] ?? '', url);
    const why = registered.length === 1 && found ? `: ${found.words}` : '';
    return {
      kind: 'acs-not-registered',
      aadsts: 50011,
      words: `${called} is not a Reply URL of the application${why}`,
      expected: listed(registered, 'or'),
      ...(found && { difference: found.marked }),
    };
  }
  if (/^http:\/\//i.test(url) && !/^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/i.test(url)) {
    const words = `${called} begins with http://, which Entra lets nobody register except for localhost`;
    return { kind: 'acs-http', aadsts: 50011, words };
  }
  return undefined;
}

/** Exact, except that Entra ignores the port of localhost. */
function isReplyUrl(registered: string, url: string): boolean {
  const withoutPort = (text: string) => text.replace(/^(https?:\/\/localhost):\d+/i, '$1');
  return registered === url || withoutPort(registered) === withoutPort(url);
}
