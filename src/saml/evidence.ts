/** What could be read of one message. A piece that could not be read is absent, and the checks that need it are blocked. */

import type { Certificate, IdentityProvider } from './parties.js';
import type { Assertion, Response } from './types.js';
import type { Location, XmlDocument, XmlElement, XmlProblem } from './xml.js';

/** A message as it reached us, before anything was made of it. */
export interface ReceivedMessage {
  /** `document` is a file or a pasted text of raw XML: no form field, no base64. */
  readonly binding: 'HTTP-POST' | 'HTTP-Redirect' | 'document';
  /** HTTP method, when it came over HTTP. */
  readonly method?: string;
  /** The field's value exactly as it arrived (after form decoding, before base64), or the XML when `binding` is `document`. */
  readonly samlResponse?: string;
  /** Value of the field of that name, exactly as it arrived. */
  readonly relayState?: string;
  /** Names of every field that arrived, in order, repeats included; for "wrong field name" and "sent twice". */
  readonly fieldNames?: readonly string[];
  /** Set when the body crossed the cap: only its size is known then, not its content. With `fields`, there were more than so many. */
  readonly oversize?: { readonly bytes: number; readonly limit: number; readonly fields?: number };
  /** `Content-Type` of the post. */
  readonly contentType?: string;
}

/** How the field's value became text, and what was odd about it. */
export interface Transport {
  readonly received: ReceivedMessage;
  /** Exactly one thing is wrong, the first one found; absent when the text could be had. */
  readonly problem?:
    | 'empty' // no field at all
    | 'empty-value'
    | 'wrong-field' // another field holds something like a message
    | 'request-instead' // a SAMLRequest came
    | 'sent-twice'
    | 'wrong-method'
    | 'wrong-content-type'
    | 'oversize'
    | 'not-base64' // and nothing better can be said
    | 'raw-xml'
    | 'spaces-for-plus'
    | 'url-encoded-twice'
    | 'url-safe-alphabet'
    | 'foreign-characters'
    | 'truncated'
    | 'deflated'
    | 'not-utf8';
  /** Harmless and allowed: line breaks inside the base64 (RFC 2045). */
  readonly hasLineBreaks?: boolean;
  /** What a lenient reader would have made of it, for explaining only: never judged, never accepted. */
  readonly repaired?: string;
}

export type SignatureProblem =
  | 'misplaced' // not a direct child of Response or Assertion
  | 'signed-info-missing'
  | 'several-signed-infos'
  | 'several-references'
  | 'no-reference'
  | 'reference-empty' // URI=""
  | 'reference-not-same-document'
  | 'reference-not-parent' // covers another element than the one that holds it
  | 'reference-ambiguous' // the ID stands on several elements
  | 'reference-dangling'
  | 'transform-not-allowed'
  | 'too-many-transforms'
  | 'canonicalization-not-allowed'
  | 'object-present'
  | 'comment-inside'
  | 'structure' // anything else XML Signature does not allow
  | 'algorithm-not-allowed' // HMAC, MD5, none, unknown
  | 'signature-value-empty'
  | 'key-type-mismatch';

/** One ds:Signature and everything that is known of it. Facts, no verdict: the checks judge. */
export interface Signature {
  readonly element: XmlElement;
  /** The element it stands in, when that is the Response or the Assertion being read. */
  readonly on: 'Response' | 'Assertion' | 'elsewhere';
  readonly signatureMethod?: string;
  readonly canonicalizationMethod?: string;
  readonly digestMethod?: string;
  readonly transforms: readonly string[];
  readonly referenceUri?: string;
  /** The element the reference points at, wherever it is. */
  readonly referenced?: XmlElement;
  readonly problems: readonly {
    readonly kind: SignatureProblem;
    readonly detail: string;
    readonly element: XmlElement;
  }[];
  /** `not-computed` when a problem made it meaningless. */
  readonly digest: 'matches' | 'differs' | 'not-computed';
  /** When the digest differs: what was tried and would have matched, for naming the cause. */
  readonly digestWouldMatch?: 'line-ends-normalized' | 'white-space-removed' | 'other-encoding';
  readonly digestExpected?: string;
  readonly digestActual?: string;
  /** `verifies` with a published key; `verifies-with-embedded-key` only with the certificate in KeyInfo, which is not trusted. */
  readonly value: 'verifies' | 'verifies-with-embedded-key' | 'fails' | 'not-checked';
  /** When the value fails: a change of SignedInfo itself that would explain it, so that the key is not blamed. */
  readonly valueWouldVerify?: 'white-space-removed';
  /** The published certificate whose key verified it. */
  readonly verifiedBy?: Certificate;
  /** Certificates in KeyInfo, in order; never trusted, only shown and compared. */
  readonly embeddedCertificates: readonly Certificate[];
  /** The canonical text of the referenced element without this signature: exactly what the digest covers. */
  readonly coveredText?: string;
}

/** What is known of an EncryptedAssertion. */
export interface Encryption {
  readonly element: XmlElement;
  readonly blockAlgorithm?: string;
  readonly keyTransport?: string;
  readonly oaepDigest?: string;
  readonly outcome:
    | 'decrypted'
    | 'no-key'
    | 'wrong-key'
    | 'algorithm-not-supported'
    | 'damaged'
    | 'malformed'
    | 'not-an-assertion'
    | 'unreadable-content';
  /** More about a failed outcome, for the inspector only (never for the sender). */
  readonly detail?: string;
  /** The decrypted text's own problem, when it could not be read as XML. */
  readonly xmlProblem?: XmlProblem;
}

/** Why nothing could be read as XML. */
export interface XmlFailure {
  readonly problem: XmlProblem;
  readonly at: Location;
}

/** Keys are pieces; a check names those it needs. */
export interface Evidence {
  /** Always present. */
  readonly transport: Transport;
  /** The decoded text. Absent when the transport has a problem. */
  readonly text: string;
  /** Always present once `text` is; holds the problem when it is not XML we read. */
  readonly xml: { readonly failure?: XmlFailure };
  /** The tree. Absent when `xml.failure`. */
  readonly document: XmlDocument;
  /** Absent when the root is not samlp:Response 2.0 in its namespace. */
  readonly response: Response;
  /** The assertion that is judged: the only one, else the first under Response, decrypted if need be. */
  readonly assertion: Assertion;
  /** The document the assertion stands in: the message's own, or the decrypted one. */
  readonly assertionDocument: XmlDocument;
  /** Every ds:Signature of the message and of the decrypted assertion, in document order; may be empty. Absent only without `document`. */
  readonly signatures: readonly Signature[];
  /** Present when the response holds an EncryptedAssertion. */
  readonly encryption: Encryption;
  /** Present only when at least one signing certificate of the IdP is known. */
  readonly trust: { readonly certificates: readonly Certificate[] };
}

/** A part of a message that may or may not be readable. */
export type Piece = keyof Evidence;

/** What reading may use besides the message itself. */
export interface ReadingKeys {
  readonly identityProvider: IdentityProvider;
  /** PEM private keys of the service provider, tried in order. */
  readonly decryptionKeys: readonly string[];
}
