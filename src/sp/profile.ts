/** A vendor's service provider as data: hosts, paths and habits, each with the evidence for it. */

/**
 * How well a fact about a vendor is known:
 * `documented` in a source read in full, `excerpt` in a source of which only a part could be read,
 * `inferred` from documented facts, `harness` when the vendor's behaviour is unknown and the harness had to choose.
 */
export type EvidenceGrade = 'documented' | 'excerpt' | 'inferred' | 'harness';

export interface Evidenced<T> {
  readonly value: T;
  readonly grade: EvidenceGrade;
  readonly source: string;
}

export interface VendorRegion {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** Account codes of this region begin like this, as far as is known: a reason to warn, never to refuse. */
  readonly accountCodePrefix?: string;
  readonly grade: EvidenceGrade;
  readonly source: string;
}

/** An endpoint that takes responses. */
export interface VendorEndpoint {
  readonly path: string;
  readonly application: string;
  readonly spInitiated: boolean;
  readonly idpInitiated: boolean;
  readonly grade: EvidenceGrade;
  readonly source: string;
}

/** An application of the vendor, and which way a login to it may begin. */
export interface VendorApplication {
  readonly name: string;
  readonly spInitiated: boolean;
  readonly idpInitiated: boolean;
  readonly grade: EvidenceGrade;
  readonly source: string;
}

/** A way of writing the entityID; the first of a profile is its default. */
export interface EntityIdStyle {
  readonly id: string;
  readonly description: string;
  readonly write: (host: string, accountCode: string) => string;
  readonly grade: EvidenceGrade;
  readonly source: string;
}

export interface VendorProfile {
  /** `generic` for a vendor whose login records need no name of their own. */
  readonly id: 'mimecast' | 'generic';
  readonly name: string;
  readonly regions: readonly VendorRegion[];
  readonly entityIdStyles: readonly [EntityIdStyle, ...EntityIdStyle[]];
  /** The first is the default AssertionConsumerService. */
  readonly endpoints: readonly [VendorEndpoint, ...VendorEndpoint[]];
  /** Absent: nothing is known of single applications. */
  readonly applications?: readonly VendorApplication[];
  /** How well it is known that a region's account codes begin as `accountCodePrefix` says. */
  readonly accountCodePrefixes?: Evidenced<true>;
  /** Account codes are to be written in capitals. */
  readonly accountCodeIsUpperCase?: Evidenced<true>;
  readonly requestBinding: Evidenced<'HTTP-POST' | 'HTTP-Redirect'>;
  readonly nameIdMustBeEmail: Evidenced<boolean>;
  readonly responseMustBeSigned: Evidenced<boolean>;
  readonly assertionMustBeSigned: Evidenced<boolean>;
  /** Text before which an entityID belongs to this vendor. */
  readonly recognizes: (entityId: string) => boolean;
}
