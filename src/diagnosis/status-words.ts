/** What the status codes of SAML core 3.2.2.2 say, in words. */

import { STATUS } from '../saml/names.js';
import { lastSegment } from './show.js';

const PREFIX = STATUS.success.slice(0, -'Success'.length);

export interface StatusMeaning {
  readonly level: 'top' | 'second';
  readonly words: string;
  /** What usually helps. */
  readonly help: string;
}

const ASK_LOG = 'Look at the sign-in log of the identity provider.';
const MEND_REQUEST = 'Correct the AuthnRequest.';

export const STATUS_MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map<string, StatusMeaning>(
  (
    [
      ['Success', 'top', 'the login succeeded', 'Nothing is wrong with the status.'],
      ['Requester', 'top', 'the identity provider blames the request of the service provider', MEND_REQUEST],
      ['Responder', 'top', 'the identity provider could not or would not sign the user in', ASK_LOG],
      ['VersionMismatch', 'top', 'the request is of another SAML version', 'Send a SAML 2.0 request.'],
      ['AuthnFailed', 'second', 'the user could not be authenticated', ASK_LOG],
      ['InvalidAttrNameOrValue', 'second', 'an attribute in the request is not valid', MEND_REQUEST],
      [
        'InvalidNameIDPolicy',
        'second',
        'the NameID format that was asked for is not available',
        'Ask for another format, or for none.',
      ],
      [
        'NoAuthnContext',
        'second',
        'the way of signing in that was asked for is not available',
        'Leave RequestedAuthnContext out.',
      ],
      ['NoAvailableIDP', 'second', 'no identity provider of those listed is available', MEND_REQUEST],
      [
        'NoPassive',
        'second',
        'the user would have to be asked, and the request forbids it (IsPassive)',
        'Send the request without IsPassive.',
      ],
      ['NoSupportedIDP', 'second', 'no identity provider of those listed is supported', MEND_REQUEST],
      ['PartialLogout', 'second', 'not every session could be ended', 'Sign out at the other services as well.'],
      ['ProxyCountExceeded', 'second', 'too many identity providers in a row', MEND_REQUEST],
      ['RequestDenied', 'second', 'the identity provider refuses to answer this service provider', ASK_LOG],
      ['RequestUnsupported', 'second', 'the identity provider does not support something in the request', MEND_REQUEST],
      ['RequestVersionDeprecated', 'second', 'the version of the request is no longer supported', MEND_REQUEST],
      ['RequestVersionTooHigh', 'second', 'the version of the request is too new', MEND_REQUEST],
      ['RequestVersionTooLow', 'second', 'the version of the request is too old', MEND_REQUEST],
      ['ResourceNotRecognized', 'second', 'the resource that was asked for is not known', MEND_REQUEST],
      ['TooManyResponses', 'second', 'there would be more answers than fit', MEND_REQUEST],
      ['UnknownAttrProfile', 'second', 'the attribute profile is not known', MEND_REQUEST],
      ['UnknownPrincipal', 'second', 'the user is not known to the identity provider', ASK_LOG],
      [
        'UnsupportedBinding',
        'second',
        'the answer was asked for by a binding that is not supported',
        'Ask for HTTP-POST, or leave ProtocolBinding out.',
      ],
    ] as const
  ).map(([name, level, words, help]) => [PREFIX + name, { level, words, help }]),
);

/** The long form of one status code for `explain`; undefined for a URI that is not one of SAML's. */
export function explainStatus(uri: string): string | undefined {
  const full = uri.includes(':') ? uri : PREFIX + uri;
  const meaning = STATUS_MEANINGS.get(full);
  if (!meaning) return undefined;
  const level = meaning.level === 'top' ? 'outermost StatusCode' : 'StatusCode inside another one';
  return [
    `${lastSegment(full)}  ${full}`,
    '',
    `Means   ${meaning.words}`,
    `Stands  as ${level} (SAML core 3.2.2.2)`,
    `Fix     ${meaning.help}`,
    ...(full === STATUS.success ? [] : ['', 'Read StatusMessage beside it; Entra puts an AADSTS number there.']),
  ].join('\n');
}
