import type { Random } from '../clock.js';
import type { EncryptionOptions } from '../saml/encrypt.js';
import type { ResponsePlan } from '../saml/response-plan.js';
import type { SigningOptions } from '../saml/sign.js';
import type { Application } from './application.js';
import type { KeyPair } from './key-vault.js';
import type { Tenant } from './tenant.js';

/** What a fault may look at. */
export interface FaultContext {
  readonly now: Date;
  /** The same bytes for the same login and faults. */
  readonly random: Random;
  readonly tenant: Tenant;
  readonly application: Application;
  /** What signs. */
  readonly key: KeyPair;
  /** A key the tenant knows, but whose certificate is not this application's. Made on first use. */
  readonly foreignKey: () => Promise<KeyPair>;
  /** A key nobody publishes, in a certificate that bears the same name as the application's. Made on first use. */
  readonly rogueKey: () => Promise<KeyPair>;
  /** The form of an earlier answer of this stand-in to the same ACS, if there was one. */
  readonly earlierForm: readonly FormField[] | undefined;
}

export type FormField = readonly [name: string, value: string];

/** Which elements are signed, with which key and how. */
export interface SigningPlan {
  readonly assertion: boolean;
  readonly response: boolean;
  readonly key: KeyPair;
  readonly options: Partial<Omit<SigningOptions, 'elementId' | 'privateKeyPem'>>;
}

/** How the assertion is encrypted; the rest is as Entra is thought to do it. */
export type EncryptionPlan = Omit<EncryptionOptions, 'random'>;

/** How the browser sends the form on; default: a POST of URL-encoded fields. */
export interface Delivery {
  readonly method: 'post' | 'get';
  readonly enctype?: 'text/plain' | 'multipart/form-data';
}

type Change<T> = (value: T, context: FaultContext) => T | Promise<T>;

export const FAULT_AREAS = [
  'transport',
  'xml',
  'status',
  'assertion',
  'encryption',
  'signature',
  'parties',
  'correlation',
  'subject',
  'conditions',
  'authn',
  'attributes',
] as const;
export type FaultArea = (typeof FAULT_AREAS)[number];

/**
 * One deliberate defect of an otherwise good answer. Its hooks run in this order; faults combine by running each hook one after the
 * other.
 */
export interface Fault {
  readonly id: string;
  /** What is wrong, as a noun phrase. */
  readonly title: string;
  /** Ids of the checks that fail, all of them. */
  readonly caughtBy: readonly [string, ...string[]];
  /** node-saml 5.1 accepts a message with this fault. */
  readonly acceptedByNodeSaml?: true;
  /** `attack`: what somebody would send on purpose; `mistake`: what goes wrong by itself. */
  readonly kind: 'mistake' | 'attack';
  /** Where the defect is, for lists. */
  readonly area: FaultArea;
  /** The service provider's certificate has to be known: Token encryption of the application. */
  readonly needsEncryptionCertificate?: true;
  /** Needs an answer given before, to this service provider. */
  readonly needsEarlierLogin?: true;
  readonly plan?: Change<ResponsePlan>;
  readonly beforeSigning?: Change<string>;
  readonly signing?: Change<SigningPlan>;
  /** Absent in, absent out: nothing is encrypted. */
  readonly encryption?: Change<EncryptionPlan | undefined>;
  /** After signing and encryption. */
  readonly afterSigning?: Change<string>;
  readonly form?: Change<readonly FormField[]>;
  readonly delivery?: Change<Delivery>;
}
