import type { Clock, Random } from '../clock.js';
import type { ReceiverDeps } from '../logins/receive.js';
import type { SignOnSettings } from '../logins/sign-on-settings.js';
import type { Account } from '../sp/account.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import type { SecondOpinionSource } from '../sp/second-opinion.js';
import type { Limits } from './door/limits.js';
import type { TrustedProxies } from './door/trusted-proxies.js';
import type { SetupFacts, StepFacts } from './inspector/deps.js';
import type { Metrics } from './metrics/metrics.js';
import type { SiteFacts } from './views/layout.js';

/** How a browser finds the vendor’s host names at this harness. */
export interface VerbatimFacts {
  /** The host names that are answered for. */
  readonly hosts: readonly string[];
  /** Where they are answered for, over TLS. */
  readonly port: number;
  /** Base64 SHA-256 of the SubjectPublicKeyInfo, for Chromium. */
  readonly spkiFingerprint: string;
  /** The local authority, PEM, for other browsers. */
  readonly authorityPem: string;
}

/** An Authentication Profile: read, changed, filled by Import. */
export interface ProfileDesk {
  get(): Promise<AuthenticationProfile>;
  put(profile: AuthenticationProfile): Promise<AuthenticationProfile>;
  import(source: { readonly metadataUrl: string } | { readonly metadataXml: string }): Promise<AuthenticationProfile>;
  /** Reads the Metadata URL again; a failure is recorded in `lastImport`. */
  importAgain(): Promise<AuthenticationProfile>;
}

/** One customer of the vendor, with everything a verdict on its logins depends on. */
export interface RehearsedAccount {
  account(): Account;
  readonly profile: ProfileDesk;
  settings(): Promise<SignOnSettings>;
}

/** What the service provider's pages, API and inspector are made of; composed by the harness. */
export interface ServiceProvider extends ReceiverDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Signs the cookies of sessions; the same on every harness that shares the store. */
  readonly sessionSecret: string;
  /** All accounts rehearsed at once, the main one first. */
  readonly accounts: readonly [RehearsedAccount, ...RehearsedAccount[]];
  /** Origin of this server as browsers see it, e.g. `http://localhost:7010`. */
  readonly origin: () => string;
  /** Further origins it answers under. */
  readonly allowedOrigins: () => readonly string[];
  /** Host names of the vendor that are answered for; no inspector lives there. */
  readonly vendorHosts: () => readonly string[];
  /** In a verbatim rehearsal: how a browser finds them here. */
  readonly verbatim: () => VerbatimFacts | undefined;
  /** PEM, for Token encryption at the IdP; its key is made when this is first asked for. */
  readonly encryptionCertificate: () => Promise<string>;
  readonly requestBinding: 'HTTP-POST' | 'HTTP-Redirect';
  readonly secondOpinion: SecondOpinionSource;
  readonly site: () => SiteFacts;
  readonly setup: () => Promise<SetupFacts>;
  /** The tutorial step by step, as far as it was seen for this account. */
  readonly steps: (account: RehearsedAccount) => Promise<readonly StepFacts[]>;
  /** Of the main account. */
  readonly profile: ProfileDesk;
  /** Given when the harness stops: what waits or goes on without end is ended. */
  readonly stopping: AbortSignal;
  /** Asked for by inspector and API when set. */
  readonly token?: string;
  readonly metrics: Metrics;
  readonly trustedProxies: TrustedProxies;
  readonly limits: Limits;
}
