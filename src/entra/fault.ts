import type { Random } from '../clock.js';
import type { EncryptionOptions } from '../saml/encrypt.js';
import type { ResponsePlan } from '../saml/response-plan.js';
import type { SigningOptions } from '../saml/sign.js';
import type { Application } from './application.js';
import type { KeyPair } from './key-vault.js';
import type { Tenant } from './tenant.js';

/** What a fault may look at. */
export interface FaultContext {
  /** The instant of the answer. */
  readonly now: Date;
  /** The same bytes for the same login and faults. */
  readonly random: Random;
  /** Whose stand-in it is. */
  readonly tenant: Tenant;
  /** The application the answer is for. */
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

/** A field of the form that the browser posts. */
export type FormField = readonly [name: string, value: string];

/** Which elements are signed, with which key and how. */
export interface SigningPlan {
  /** Whether the Assertion is signed. */
  readonly assertion: boolean;
  /** Whether the Response is signed. */
  readonly response: boolean;
  /** The key that signs, and its certificate. */
  readonly key: KeyPair;
  /** Algorithms and the like, where they differ from Entra’s. */
  readonly options: Partial<Omit<SigningOptions, 'elementId' | 'privateKeyPem'>>;
}

/** How the assertion is encrypted; the rest is as Entra is thought to do it. */
export type EncryptionPlan = Omit<EncryptionOptions, 'random'>;

/** How the browser sends the form on; default: a POST of URL-encoded fields. */
export interface Delivery {
  /** POST binding, or as if it were the Redirect binding. */
  readonly method: 'post' | 'get';
  /** Of the form; default `application/x-www-form-urlencoded`. */
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
/** The part of a message a defect is in; the stages of the checks but `request`. */
export type FaultArea = (typeof FAULT_AREAS)[number];

/**
 * One deliberate defect of an otherwise good answer. Its hooks run in this order; faults combine by running each hook one after the
 * other.
 */
export interface Fault {
  /** Names it in `faults`, on the command line and in the API. */
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
  /** What is to be written. */
  readonly plan?: Change<ResponsePlan>;
  /** The XML as it was written. */
  readonly beforeSigning?: Change<string>;
  /** Which elements are signed, with what. */
  readonly signing?: Change<SigningPlan>;
  /** Absent in, absent out: nothing is encrypted. */
  readonly encryption?: Change<EncryptionPlan | undefined>;
  /** After signing and encryption. */
  readonly afterSigning?: Change<string>;
  /** The fields of the form. */
  readonly form?: Change<readonly FormField[]>;
  /** How the form is sent. */
  readonly delivery?: Change<Delivery>;
}
