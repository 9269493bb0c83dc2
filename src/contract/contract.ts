/** A claim contract: what a login must carry for an application to work with it. */

export interface Contract {
  readonly nameId?: NameIdTerms;
  /** Claim name (full, or its last segment) → what is demanded of it. */
  readonly claims?: Readonly<Record<string, ClaimTerms | ClaimWord>>;
  /** Claims that must not come. */
  readonly forbid?: readonly string[];
  readonly signature?: SignatureTerms;
}

export type ClaimWord = 'required' | 'optional' | 'forbidden';

export interface NameIdTerms {
  /** URN, or its last segment. */
  readonly format?: string;
  /** Regular expression, unanchored. */
  readonly pattern?: string;
  readonly equals?: string;
  /** Claim whose only value must be the NameID, character by character. */
  readonly equalsClaim?: string;
}

/** Everything but `required: false` implies that the claim is there. */
export interface ClaimTerms {
  readonly required?: boolean;
  /** Exactly this many values. */
  readonly count?: number;
  readonly min?: number;
  readonly max?: number;
  /** The same as `max`, under the name that is used for groups. */
  readonly maxItems?: number;
  readonly equals?: string | readonly string[];
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  /** Every value is one of these. */
  readonly oneOf?: readonly string[];
  /** Every value fits this regular expression, unanchored. */
  readonly pattern?: string;
}

export interface SignatureTerms {
  /** Short names (`rsa-sha256`) or URIs; every verified signature uses one of them. */
  readonly algorithms?: readonly string[];
  readonly digests?: readonly string[];
  /** All of these stand under a verified signature. */
  readonly covers?: readonly ('assertion' | 'response')[];
}

/** What a contract is held against: plain facts of one login. */
export interface ContractFacts {
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

export interface SignatureFact {
  readonly covers: 'assertion' | 'response';
  readonly algorithm: string;
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
  readonly expected: string;
  readonly actual: string;
  /** Line of the term in the contract's file, when it came from one. */
  readonly line?: number;
}

/** A contract that logins are held against as they come, with where it is written. */
export interface NamedContract {
  readonly name: string;
  readonly file?: string;
  readonly contract: Contract;
  /** Line of a term in the file, 1-based. */
  readonly lineOf?: (keys: readonly string[]) => number | undefined;
}
