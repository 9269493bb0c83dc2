/** What the inspector needs from the harness: narrow on purpose, so that a test can hand in a few objects. */

import type { Clock } from '../../clock.js';
import type { AnsweredLogin, SecondOpinion } from '../../logins/login.js';
import type { LoginStore } from '../../logins/login-store.js';
import type { RedactionPreview } from '../../report/redact.js';
import type { ReceivedMessage } from '../../saml/evidence.js';
import type { XmlLimits } from '../../saml/xml.js';
import type { LastImport } from '../../sp/authentication-profile.js';
import type { VendorApplication } from '../../sp/profile.js';
import type { SiteFacts } from '../views/layout.js';

export interface InspectorDeps {
  readonly logins: LoginStore;
  readonly clock: Clock;
  /** Facts for the frame of every page. */
  site(): SiteFacts;
  /** What the setup page shows; asked anew for every view. */
  setup(): Promise<SetupFacts>;
  /**
   * Judges a message against the present settings without recording it and without changing any state (for `/decode`).
   * `issued` judges at the message's own IssueInstant; `request` is the AuthnRequest found beside the message, if any.
   * The `id` of the result is not used.
   */
  judge(
    message: ReceivedMessage,
    at: 'now' | 'issued',
    request?: { readonly id?: string; readonly xml?: string },
  ): Promise<AnsweredLogin>;
  /** PEM private keys of the service provider, for showing an encrypted assertion. */
  decryptionKeys(): Promise<readonly string[]>;
  /** What a report of a login for other people would not hold. */
  redaction(login: AnsweredLogin): Promise<Redaction>;
  /** How large a message may be and what it may hold, when it is read again for showing. */
  readonly messageLimits?: XmlLimits;
  /** The second opinion on a login whose record has none; computed when somebody looks. */
  secondOpinion?(login: AnsweredLogin): Promise<SecondOpinion | undefined>;
}

/** Fields with their values and what stands in the report instead. */
export interface Redaction extends RedactionPreview {
  /** Why no such report can be had, in words. */
  readonly problem?: string;
}

/** The two sides of the configuration, in the words of the two portals. */
export interface SetupFacts {
  readonly serviceProvider: {
    readonly entityId: string;
    readonly assertionConsumerServiceUrl: string;
    readonly signOnUrl: string;
    readonly metadataUrl: string;
    readonly logoutUrl?: string;
  };
  readonly authenticationProfile: AuthenticationProfileFacts;
  /** The main one first. */
  readonly accounts?: readonly AccountFacts[];
  readonly applications?: readonly VendorApplication[];
  /** The tutorial, step by step, for the main account. */
  readonly steps?: readonly StepFacts[];
  readonly directory: {
    readonly domains: readonly string[];
    readonly addresses: readonly { readonly email: string; readonly globalName: string; readonly role?: string }[];
  };
  /** The stand-in, when it runs. */
  readonly entra?: { readonly url: string; readonly applicationName?: string; readonly metadataUrl?: string };
}

/** One step of the tutorial, and whether it was seen to happen. */
export interface StepFacts {
  readonly id: string;
  /** Whose portal it is in; `test` for the trying out at the end. */
  readonly side: 'entra' | 'mimecast' | 'test';
  readonly title: string;
  /** Where to click. */
  readonly where: string;
  readonly isOptional: boolean;
  /**
   * `seen`: it happened and holds. `from-the-start`: it holds, but nobody was seen doing it. `open`: not yet.
   * `cannot-be-seen`: nothing of it can reach this harness.
   */
  readonly state: 'seen' | 'from-the-start' | 'open' | 'cannot-be-seen';
  /** How that is known, or what is missing; a sentence. */
  readonly words: string;
  /** When it was first seen. ISO 8601 in UTC. */
  readonly at?: string;
  /** The login that showed it. */
  readonly loginId?: string;
}

export interface AccountFacts {
  readonly accountCode: string;
  readonly region: string;
  readonly entityId: string;
  readonly assertionConsumerServiceUrl: string;
  readonly signOnUrl: string;
  /** What is odd about code and region, a sentence each. */
  readonly warnings: readonly string[];
}

export interface AuthenticationProfileFacts {
  readonly description?: string;
  readonly provider?: string;
  readonly enforceSamlForMimecast?: boolean;
  readonly enforceSamlForAdministrationConsole?: boolean;
  readonly metadataUrl?: string;
  /** Issuer URL: the IdP's entityID. */
  readonly issuerUrl?: string;
  readonly loginUrl?: string;
  readonly logoutUrl?: string;
  /** PEM, in the order published. */
  readonly signingCertificates: readonly string[];
  /** Allow Single Sign On: IdP-initiated logins are taken. */
  readonly allowSingleSignOn?: boolean;
  readonly usePasswordProtectedContext?: boolean;
  readonly useIntegratedAuthenticationContext?: boolean;
  readonly monitorMetadataUrl?: boolean;
  readonly lastImport?: LastImport;
}
