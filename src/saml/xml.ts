/** The small tree that `read-xml` builds: what exclusive canonicalization and the readers need, and nothing else. */

/** An attribute other than a namespace declaration. `namespace` is `''` for an unprefixed one. */
export interface XmlAttribute {
  readonly prefix: string;
  readonly localName: string;
  readonly namespace: string;
  readonly value: string;
}

/** A namespace declaration written on an element; `prefix` is `''` for `xmlns="..."`. */
export interface XmlDeclaration {
  readonly prefix: string;
  readonly uri: string;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly prefix: string;
  readonly localName: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly XmlDeclaration[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  /** Index in the text just after the start tag's `>`; `locate` turns it into line, column and path. */
  readonly startTagEnd: number;
  /** Index in the text just after the end tag. */
  readonly end: number;
}

/** Kept in the tree because canonicalization renders it and because it may split a value. */
export interface XmlProcessingInstruction {
  readonly kind: 'processing-instruction';
  readonly target: string;
  readonly body: string;
  readonly offset: number;
}

/** Kept in the tree because it may split a value; canonicalization without comments leaves it out. */
export interface XmlComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly offset: number;
}

/** Text is a plain string: entities resolved, line ends normalized, CDATA merged into it. */
export type XmlNode = XmlElement | XmlProcessingInstruction | XmlComment | string;

export interface XmlDocument {
  readonly text: string;
  readonly root: XmlElement;
  readonly elementCount: number;
  /** `encoding` of the XML declaration, as written, if any. */
  readonly declaredEncoding: string | undefined;
  /** Index of every comment, processing instruction (the XML declaration aside) and CDATA section. */
  readonly comments: readonly number[];
  readonly processingInstructions: readonly number[];
  readonly cdataSections: readonly number[];
}

/** Why a text could not become a document. `offset` is an index into the text. */
export interface XmlProblem {
  readonly reason:
    | 'not-well-formed'
    | 'document-type'
    | 'too-large'
    | 'too-deep'
    | 'too-many-elements'
    | 'too-many-attributes'
    | 'relative-namespace'
    | 'encoding';
  /** One sentence a person understands, without the position. */
  readonly message: string;
  readonly offset: number;
  /** For the caps: the limit crossed. */
  readonly limit?: number;
  /** The innermost element that was open there, if any. */
  readonly within?: XmlElement;
}

/** Limits held while reading, so that nothing superlinear ever starts. */
export interface XmlLimits {
  readonly maxBytes: number;
  readonly maxElements: number;
  readonly maxDepth: number;
  readonly maxAttributes: number;
}

/** Where something stands in a message: 1-based line and column, and a path such as `/samlp:Response/Assertion/Subject`. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}
