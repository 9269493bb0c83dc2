/** A claim contract: what a login must carry for an application to work with it. */

/**
 * What a login must carry, as a contract file (YAML or JSON) has it; every part may be left out. `saml-rehearsal check --schema` prints its
 * JSON Schema.
 */
export interface Contract {
  /** Demands on the NameID. */
  readonly nameId?: NameIdTerms;
  /** Claim name (full, or its last segment) → what is demanded of it. */
  readonly claims?: Readonly<Record<string, ClaimTerms | ClaimWord>>;
  /** Claims that must not come. */
  readonly forbid?: readonly string[];
  /** Demands on the signatures that verify. */
  readonly signature?: SignatureTerms;
}

/** What is demanded of a claim whose values do not matter. */
export type ClaimWord = 'required' | 'optional' | 'forbidden';

/** Demands on the NameID; all given ones must hold. */
export interface NameIdTerms {
  /** URN, or its last segment. */
  readonly format?: string;
  /** Regular expression, unanchored. */
  readonly pattern?: string;
  /** Exactly this value, character by character. */
  readonly equals?: string;
  /** Claim whose only value must be the NameID, character by character. */
  readonly equalsClaim?: string;
}

/** Everything but `required: false` implies that the claim is there. */
export interface ClaimTerms {
  /** False: the other terms hold only if the claim is there. */
  readonly required?: boolean;
  /** Exactly this many values. */
  readonly count?: number;
  /** At least this many values. */
  readonly min?: number;
  /** At most this many values. */
  readonly max?: number;
  /** The same as `max`, under the name that is used for groups. */
  readonly maxItems?: number;
  /** Exactly these values, in this order. */
  readonly equals?: string | readonly string[];
  /** All of these are among the values. */
  readonly includes?: readonly string[];
  /** None of these is among the values. */
  readonly excludes?: readonly string[];
  /** Every value is one of these. */
  readonly oneOf?: readonly string[];
  /** Every value fits this regular expression, unanchored. */
  readonly pattern?: string;
}

/** Demands on the signatures that verify; all given ones must hold. */
export interface SignatureTerms {
  /** Short names (`rsa-sha256`) or URIs; every verified signature uses one of them. */
  readonly algorithms?: readonly string[];
  /** The same for digests: `sha256`, or its URI. */
  readonly digests?: readonly string[];
  /** All of these stand under a verified signature. */
  readonly covers?: readonly ('assertion' | 'response')[];
}

/** What a contract is held against: plain facts of one login. */
export interface ContractFacts {
  /** The value as it stands in the message; absent when there is none. */
  readonly nameId?: string;
  /** URN. */
  readonly nameIdFormat?: string;
  /** Full attribute name → values. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** False: claims and NameID stand under no trusted signature, and no contract is satisfied. */
  readonly verified: boolean;
  /** The signatures that verify; absent where they are not known, then `signature` cannot be judged and is violated. */
  readonly signatures?: readonly SignatureFact[];
}

/** A signature that verifies, as a contract looks at it. */
export interface SignatureFact {
  /** The element that is signed. */
  readonly covers: 'assertion' | 'response';
  /** SignatureMethod, URI. */
  readonly algorithm: string;
  /** DigestMethod of its Reference, URI. */
  readonly digest?: string;
}

/** One term of a contract that a login does not keep, with what was demanded and what came. */
export interface ContractViolation {
  /** Keys from the top of the contract to the term that is violated. */
  readonly keys: readonly string[];
  /** The same as one string, e.g. `claims.groups.min`. */
  readonly path: string;
  /** One sentence. */
  readonly message: string;
  /** What was demanded, in words. */
  readonly expected: string;
  /** What came, in words. */
  readonly actual: string;
  /** Line of the term in the contract's file, when it came from one. */
  readonly line?: number;
}

/** A contract that logins are held against as they come, with where it is written. */
export interface NamedContract {
  /** What reports and pages call it. */
  readonly name: string;
  /** Where it was read from, as it was given. */
  readonly file?: string;
  /** Its terms. */
  readonly contract: Contract;
  /** Line of a term in the file, 1-based. */
  readonly lineOf?: (keys: readonly string[]) => number | undefined;
}
