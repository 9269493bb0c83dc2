/** What a Response is to say, value by value. What a plan does not hold is not written; nothing is checked, because faults are plans too. */

/** A `Date` is written in UTC with milliseconds, a string as it is. */
export type InstantPlan = Date | string;

/** Issuer and NameID (SAML core 2.2). */
export interface NamePlan {
  readonly value: string;
  readonly format?: string;
  readonly nameQualifier?: string;
  readonly spNameQualifier?: string;
}

/** `codes` from the outermost StatusCode inwards. */
export interface StatusPlan {
  readonly codes: readonly string[];
  readonly message?: string;
}

export interface ConfirmationPlan {
  readonly method?: string;
  readonly data?: {
    readonly address?: string;
    readonly inResponseTo?: string;
    readonly notBefore?: InstantPlan;
    readonly notOnOrAfter?: InstantPlan;
    readonly recipient?: string;
  };
}

export interface ConditionsPlan {
  readonly notBefore?: InstantPlan;
  readonly notOnOrAfter?: InstantPlan;
  /** One list of audiences for each AudienceRestriction. */
  readonly audienceRestrictions: readonly (readonly string[])[];
  readonly oneTimeUse?: boolean;
  readonly proxyRestriction?: { readonly count?: number; readonly audiences: readonly string[] };
}

export interface AttributePlan {
  readonly name?: string;
  readonly nameFormat?: string;
  readonly friendlyName?: string;
  readonly values: readonly string[];
}

export interface AuthnStatementPlan {
  readonly authnInstant?: InstantPlan;
  readonly sessionIndex?: string;
  readonly sessionNotOnOrAfter?: InstantPlan;
  readonly contextClassRef?: string;
}

/** saml:Assertion (SAML core 2.3.3). */
export interface AssertionPlan {
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: InstantPlan;
  readonly issuer?: NamePlan;
  readonly subject?: { readonly nameId?: NamePlan; readonly confirmations: readonly ConfirmationPlan[] };
  readonly conditions?: ConditionsPlan;
  readonly attributes?: readonly AttributePlan[];
  readonly authnStatement?: AuthnStatementPlan;
}

/** samlp:Response (SAML core 3.3.3). */
export interface ResponsePlan {
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: InstantPlan;
  readonly destination?: string;
  readonly consent?: string;
  readonly inResponseTo?: string;
  readonly issuer?: NamePlan;
  readonly status?: StatusPlan;
  readonly assertions: readonly AssertionPlan[];
}
