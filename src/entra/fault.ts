import type { Random } from '../clock.js';
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

type Change<T> = (value: T, context: FaultContext) => T | Promise<T>;

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
  /** Needs an answer given before, to this service provider. */
  readonly needsEarlierLogin?: true;
  readonly plan?: Change<ResponsePlan>;
  readonly beforeSigning?: Change<string>;
  readonly signing?: Change<SigningPlan>;
  /** After signing and encryption. */
  readonly afterSigning?: Change<string>;
  readonly form?: Change<readonly FormField[]>;
}
