import type { Application } from '../../../../entra/application.js';
import type { SigningCertificate } from '../../../../entra/signing-certificates.js';
import type { EntraStandIn } from '../../../../entra/stand-in.js';
import { PortalFrame } from './portal-frame.js';
import { SsoCard } from './sso-card.js';
import { BasicSummary, CertificateSummary, ClaimsSummary, SetUpSummary, TestCard } from './sso-cards.js';

export interface HomeProps {
  readonly tenantName: string;
  readonly application: Application;
  readonly certificates: readonly SigningCertificate[];
  readonly urls: Pick<EntraStandIn, 'issuer'> & { readonly metadata: string; readonly login: string };
  readonly problem?: string;
}

/** My Apps, and below it the application's page "Set up Single Sign-On with SAML" with its five steps. */
export function HomePage({ tenantName, application, certificates, urls, problem }: HomeProps) {
  const { name } = application;
  return (
    <PortalFrame
      title="Set up Single Sign-On with SAML"
      trail={`${tenantName} › Enterprise applications › ${name} › Single sign-on`}
      place="/"
      problem={problem}
    >
      <MyApps application={application} />
      <ol class="sso-cards">
        <SsoCard number={1} title="Basic SAML Configuration" edit="/application/basic">
          <BasicSummary application={application} />
        </SsoCard>
        <SsoCard number={2} title="Attributes & Claims" edit="/application/claims">
          <ClaimsSummary application={application} />
        </SsoCard>
        <SsoCard number={3} title="SAML Certificates" edit="/application/certificates">
          <CertificateSummary application={application} certificates={certificates} metadataUrl={urls.metadata} />
        </SsoCard>
        <SsoCard number={4} title={`Set up ${name}`}>
          <SetUpSummary name={name} loginUrl={urls.login} issuer={urls.issuer} />
        </SsoCard>
        <SsoCard number={5} title={`Test single sign-on with ${name}`}>
          <TestCard application={application} />
        </SsoCard>
      </ol>
    </PortalFrame>
  );
}

function MyApps({ application }: { readonly application: Application }) {
  const { name } = application;
  return (
    <section aria-labelledby="my-apps" class="my-apps">
      <h2 id="my-apps">My Apps</h2>
      <a class="app-tile" href="/launch">
        <span class="app-initial" aria-hidden="true">
          {[...name][0]}
        </span>
        {name}
      </a>
      <p>
        What a user sees at myapps.microsoft.com. {launchWords(application)} <a href="/signout">Sign out</a>
      </p>
    </section>
  );
}

function launchWords({ signOnUrl }: Application): string {
  return signOnUrl === undefined
    ? 'Without a Sign on URL the tile signs in by itself (IDP initiated).'
    : 'With a Sign on URL the tile opens that address (SP initiated).';
}
