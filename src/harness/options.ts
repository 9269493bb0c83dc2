import type { Clock, Random } from '../clock.js';
import type { Contract, NamedContract } from '../contract/contract.js';
import type { LimitSettings } from '../http/door/limits.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import type { Address } from '../sp/directory.js';
import type { LogLevel } from './create-log.js';
import type { ResolveHost } from './fetch-metadata.js';
import type { Scheduler } from './monitor-metadata.js';

/** What `createHarness` may be told; every default is a rehearsal that needs nothing else. */
export interface HarnessOptions extends LimitSettings {
  /** Default `C46A75`. */
  readonly accountCode?: string;
  /** Default `eu`. */
  readonly region?: string;
  /** Further accounts that are rehearsed beside the main one, each with its own Authentication Profile. */
  readonly accounts?: readonly { readonly accountCode: string; readonly region: string }[];
  /** Address the service provider listens on; default `localhost`, both 127.0.0.1 and ::1. */
  readonly host?: string;
  /** 0, the default, for any free port. */
  readonly port?: number;
  /** Of the stand-in; 0, the default, for any free one. */
  readonly entraPort?: number;
  /** False leaves the stand-in for Entra ID out; then `idpMetadata` or the Authentication Profile has to name an IdP. */
  readonly entra?: boolean;
  /** Seed of the stand-in's tenant: path of a YAML or JSON file, or its text; goes before what the data folder keeps. */
  readonly entraSeed?: string;
  /** URL under which browsers reach the service provider, when a proxy stands before it. */
  readonly publicUrl?: string;
  /** URL, file or XML of a real IdP's metadata. */
  readonly idpMetadata?: string;
  /** Identifier (Entity ID) of the service provider, when it is not the one of the profile. */
  readonly entityId?: string;
  /** Reply URL, when it is not this server’s own. */
  readonly acsUrl?: string;
  /** Folder for keys (0600) and settings; without it everything lives as long as the harness. */
  readonly dataDir?: string;
  /** `memory` (default), `sqlite:<path>`, `postgres://user:password@host/database`. */
  readonly store?: string;
  /** Asked for by inspector, API and stand-in; required when `host` is not loopback. */
  readonly token?: string;
  /**
   * Reverse proxies whose X-Forwarded-* and X-Request-Id headers are believed: addresses or networks with commas between them,
   * or how many stand in a row. Default: nobody's.
   */
  readonly trustProxy?: string;
  /** Newest logins to keep; default 1,000 in memory, all in a file. */
  readonly retain?: number;
  /** Days after which logins are forgotten. */
  readonly retainDays?: number;
  /** Of the newest logins, to keep at most; default 256 in memory, no limit in a file. */
  readonly retainMegabytes?: number;
  /** Milliseconds; default 180,000. */
  readonly clockSkewMs?: number;
  /** How AuthnRequests leave; default HTTP-POST, as Mimecast documents. */
  readonly requestBinding?: 'HTTP-POST' | 'HTTP-Redirect';
  /** What differs from a new Authentication Profile. */
  readonly profile?: Partial<AuthenticationProfile>;
  /** Of the internal directory; default the stand-in’s users. */
  readonly addresses?: readonly Address[];
  /** Claim contract that every login is held against: path of its YAML or JSON file, or the contract itself. */
  readonly contract?: string | Contract | NamedContract;
  /** Folder into which the record of every answered login is written, to be replayed later. */
  readonly record?: string;
  /** Production host names in Identifier and Reply URL. */
  readonly verbatim?: boolean;
  /** Port of the TLS listener of a verbatim rehearsal; 0, the default, for any free one. */
  readonly tlsPort?: number;
  /** The service provider itself over TLS, with a certificate made for this machine. */
  readonly tls?: boolean;
  /** Allows the stand-in beyond loopback. */
  readonly iKnowThisIsATestIdp?: boolean;
  /** What is logged, as JSON lines on standard error; default `silent`. Never values of a message. */
  readonly logLevel?: LogLevel;
  /** Milliseconds between two readings of a monitored Metadata URL; default 900,000. */
  readonly monitorIntervalMs?: number;
  /** What calls for those readings; default the machine's timers. */
  readonly scheduler?: Scheduler;
  /** How host names of metadata are resolved; default the machine's resolver. */
  readonly resolve?: ResolveHost;
  /** Source of time, for tests; default the machine's. */
  readonly clock?: Clock;
  /** Source of chance, for tests; default the machine's. */
  readonly random?: Random;
}
