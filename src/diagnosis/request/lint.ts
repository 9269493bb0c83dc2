/** What Entra ID will object to in an AuthnRequest, before it is sent. */

import { NS } from '../../saml/names.js';
import { readXml } from '../../saml/read-xml.js';
import type { XmlDocument, XmlElement } from '../../saml/xml.js';
import { show } from '../show.js';
import { lintContexts, lintNameIdPolicy, lintRefused } from './lint-features.js';
import { lintIdentity, lintIssuer, lintReplyUrl } from './lint-parties.js';

export interface RequestFault {
  readonly kind: string;
  /** The AADSTS number Entra answers with, where it is known. */
  readonly aadsts?: number;
  readonly words: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly element?: XmlElement;
}

/** What is known of the application in Entra, as far as it is known. */
export interface RegisteredApplication {
  readonly identifiers?: readonly string[] | undefined;
  readonly replyUrls?: readonly string[] | undefined;
  readonly idpEntityId?: string | undefined;
}

/**
 * Reads a request as Entra would and lists what it would refuse, surest first.
 * Source: Microsoft Entra, single sign-on SAML protocol; the AADSTS articles.
 */
export function lintAuthnRequest(
  xml: string,
  application: RegisteredApplication = {},
): { readonly document?: XmlDocument; readonly faults: readonly RequestFault[] } {
  const { document, problem } = readXml(xml);
  if (!document)
    return { faults: [{ kind: 'not-xml', aadsts: 7500525, words: `it is not well-formed XML: ${problem.message}` }] };
  const { root } = document;
  if (root.localName !== 'AuthnRequest' || root.namespace !== NS.protocol) {
    return {
      document,
      faults: [
        {
          kind: 'not-a-request',
          aadsts: 75005,
          words: `it is ${show(root.localName, 60)}, not an AuthnRequest`,
          element: root,
        },
      ],
    };
  }
  const faults = [
    ...lintIdentity(root),
    ...lintIssuer(root, application),
    ...lintReplyUrl(root, application),
    ...lintRefused(root),
    ...lintNameIdPolicy(root),
    ...lintContexts(root),
  ];
  return { document, faults };
}
