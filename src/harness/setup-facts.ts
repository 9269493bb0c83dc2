import type { EntraStandIn } from '../entra/stand-in.js';
import type { AccountFacts, SetupFacts, StepFacts } from '../http/inspector/deps.js';
import type { SignOnSettings } from '../logins/sign-on-settings.js';
import { present } from '../saml/present.js';
import { type Account, accountWarnings } from '../sp/account.js';
import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import type { Directory } from '../sp/directory.js';

interface Present {
  /** Of the main account. */
  readonly settings: SignOnSettings;
  readonly directory: Directory;
  /** Of the service provider, as browsers see it. */
  readonly origin: string;
  readonly accounts: readonly Account[];
  readonly steps: readonly StepFacts[];
  readonly standIn?: { readonly entra: EntraStandIn; readonly url: string };
}

/** The values of both portals for the present settings, as the setup page shows them. */
export function setupFacts({ settings, directory, origin, accounts, steps, standIn }: Present): SetupFacts {
  const { account, profile, vendor } = settings;
  return {
    serviceProvider: {
      entityId: account.entityId,
      assertionConsumerServiceUrl: account.assertionConsumerServiceUrl,
      signOnUrl: account.assertionConsumerServiceUrl,
      metadataUrl: `${origin}/sso/${account.accountCode}`,
    },
    accounts: accounts.map((one) => accountFacts(one, account, origin)),
    applications: vendor.applications ?? [],
    steps,
    authenticationProfile: profileFacts(profile),
    directory: directoryFacts(directory),
    ...present({ entra: standIn && standInFacts(standIn) }),
  };
}

function profileFacts(profile: AuthenticationProfile): SetupFacts['authenticationProfile'] {
  return {
    description: profile.description,
    provider: profile.provider,
    enforceSamlForMimecast: profile.enforceSamlForMimecast,
    enforceSamlForAdministrationConsole: profile.enforceSamlForAdministrationConsole,
    signingCertificates: profile.identityProviderCertificates,
    allowSingleSignOn: profile.allowSingleSignOn,
    usePasswordProtectedContext: profile.usePasswordProtectedContext,
    useIntegratedAuthenticationContext: profile.useIntegratedAuthenticationContext,
    monitorMetadataUrl: profile.monitorMetadataUrl,
    ...present({
      lastImport: profile.lastImport,
      metadataUrl: profile.metadataUrl,
      issuerUrl: profile.issuer,
      loginUrl: profile.loginUrl,
      logoutUrl: profile.logoutUrl,
    }),
  };
}

const directoryFacts = ({ domains, addresses }: Directory): SetupFacts['directory'] => ({
  domains,
  addresses: addresses.map(({ email, globalName, roles }) => ({
    email,
    globalName,
    ...(roles.length > 0 ? { role: roles.join(', ') } : {}),
  })),
});

const standInFacts = ({ entra, url }: NonNullable<Present['standIn']>): SetupFacts['entra'] => ({
  url,
  applicationName: entra.application.name,
  metadataUrl: entra.metadataUrl(),
});

function accountFacts(account: Account, main: Account, origin: string): AccountFacts {
  const { accountCode, region, entityId, assertionConsumerServiceUrl } = account;
  const query = accountCode === main.accountCode ? '' : `?account=${accountCode}`;
  const warnings = accountWarnings(accountCode, region);
  const signOnUrl = `${origin}/login/saml${query}`;
  return { accountCode, region, entityId, assertionConsumerServiceUrl, signOnUrl, warnings };
}
