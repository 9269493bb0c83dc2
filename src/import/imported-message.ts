/** What an import yields: messages ready to be judged, each with where it stood and what had to be done to get at it. */

import type { ReceivedMessage } from '../saml/evidence.js';

export type MessageKind = 'response' | 'request' | 'logout' | 'metadata' | 'assertion' | 'unknown';

export interface ImportedMessage {
  readonly kind: MessageKind;
  /** Name of the root element as written, e.g. `samlp:Response`; absent when there is none. */
  readonly root?: string;
  /** Where it stood in the input, for people: `HAR entry 3: POST https://…/login/saml`. */
  readonly source: string;
  /** As it reached (or would have reached) the service provider; without a value when the field was not SAMLResponse. */
  readonly received: ReceivedMessage;
  /** The text as far as a lenient reader gets at it; for showing and joining, never judged. */
  readonly xml?: string;
  readonly id?: string;
  readonly inResponseTo?: string;
  /** URL it was delivered to, where the input says so. */
  readonly sentTo?: string;
  /** When it was delivered (ISO 8601, UTC), where the input says so. */
  readonly at?: string;
  /** `Date` header of the answer that brought it, where the input says so. */
  readonly httpDate?: string;
  /** What was done to get at the message, each a sentence. */
  readonly repairs: readonly string[];
  /** What is odd about the input but was left as it is, each a sentence. */
  readonly notes: readonly string[];
  /** The AuthnRequest in the same input that this one answers. */
  readonly request?: ImportedMessage;
  /** The whole login record (JSON) it was taken from. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** Kind `unknown`: what the input looks like and what to do with it. */
  readonly hint?: string;
}

/** A message found in some container, before it is looked into. */
export interface Sighting {
  readonly source: string;
  readonly received: ReceivedMessage;
  readonly sentTo?: string;
  readonly at?: string;
  readonly httpDate?: string;
  readonly repairs?: readonly string[];
  readonly notes?: readonly string[];
  readonly record?: Readonly<Record<string, unknown>>;
  readonly hint?: string;
  /** Text a container holds beside the encoded value, used when the value itself is masked. */
  readonly xml?: string;
  /** True when the message is only shown on its way out (a form in a page); dropped if it was also seen arriving. */
  readonly onItsWay?: boolean;
}

/** The form fields and query parameters that carry SAML messages, in the order they are looked for. */
export const MESSAGE_FIELDS = ['SAMLResponse', 'SAMLRequest', 'wresult'] as const;
