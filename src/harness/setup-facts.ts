import type { EntraStandIn } from '../entra/stand-in.js';
import type { AccountFacts, SetupFacts, StepFacts } from '../http/inspector/deps.js';
import type { SignOnSettings } from '../logins/sign-on-settings.js';
import { defined } from '../logins/views.js';
import { type Account, accountWarnings } from '../sp/account.js';
import type { Directory } from '../sp/directory.js';

/** The values of both portals for the present settings, as the setup page shows them. */
export function setupFacts(
  settings: SignOnSettings,
  directory: Directory,
  origin: string,
  accounts: readonly Account[],
  steps: readonly StepFacts[],
  standIn: { readonly entra: EntraStandIn; readonly url: string } | undefined,
): SetupFacts {
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
    authenticationProfile: {
      description: profile.description,
      provider: profile.provider,
      enforceSamlForMimecast: profile.enforceSamlForMimecast,
      enforceSamlForAdministrationConsole: profile.enforceSamlForAdministrationConsole,
      signingCertificates: profile.identityProviderCertificates,
      allowSingleSignOn: profile.allowSingleSignOn,
      usePasswordProtectedContext: profile.usePasswordProtectedContext,
      useIntegratedAuthenticationContext: profile.useIntegratedAuthenticationContext,
      monitorMetadataUrl: profile.monitorMetadataUrl,
      ...defined({
        lastImport: profile.lastImport,
        metadataUrl: profile.metadataUrl,
        issuerUrl: profile.issuer,
        loginUrl: profile.loginUrl,
        logoutUrl: profile.logoutUrl,
      }),
    },
    directory: {
      domains: directory.domains,
      addresses: directory.addresses.map(({ email, globalName, roles }) => ({
        email,
        globalName,
        ...(roles.length > 0 ? { role: roles.join(', ') } : {}),
      })),
    },
    ...(standIn
      ? {
          entra: {
            url: standIn.url,
            applicationName: standIn.entra.application.name,
            metadataUrl: standIn.entra.metadataUrl(),
          },
        }
      : {}),
  };
}

function accountFacts(account: Account, main: Account, origin: string): AccountFacts {
  const { accountCode, region, entityId, assertionConsumerServiceUrl } = account;
  const query = accountCode === main.accountCode ? '' : `?account=${accountCode}`;
  const warnings = accountWarnings(accountCode, region);
  const signOnUrl = `${origin}/login/saml${query}`;
  return { accountCode, region, entityId, assertionConsumerServiceUrl, signOnUrl, warnings };
}
