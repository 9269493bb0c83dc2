/** A whole harness whose stand-in is asked over HTTP, as browsers are sent to it. */
import { createHarness, type HarnessOptions } from '../../src/harness.js';
import { writeAuthnRequest } from '../../src/saml/write-authn-request.js';
import { GOOD_AT } from '../a-response.js';

export async function aStandIn(options: HarnessOptions = {}) {
  const harness = await createHarness({ clock: { now: () => GOOD_AT }, clockSkewMs: 0, ...options });
  const { entra } = harness;
  const endpoint = `${entra.url}/${entra.tenant.id}/saml2`;
  const acs = `${harness.url}/login/saml`;
  const [identifier = ''] = entra.application.identifiers;

  /** What the page says, without its markup. */
  async function read(response: Response) {
    const html = await response.text();
    const text = html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ');
    return { status: response.status, html, text, headers: response.headers };
  }

  return {
    harness,
    entra,
    endpoint,
    acs,
    /** An AuthnRequest as the service provider writes it, with what is given. */
    authnRequest: (change: Partial<Parameters<typeof writeAuthnRequest>[0]> = {}) =>
      writeAuthnRequest({
        id: '_request1',
        issueInstant: GOOD_AT,
        destination: endpoint,
        issuer: identifier,
        assertionConsumerServiceUrl: acs,
        ...change,
      }),
    /** Opens the endpoint with a raw query. */
    open: async (rawQuery: string, init: RequestInit = {}) =>
      read(await fetch(`${endpoint}?${rawQuery}`, { redirect: 'manual', ...init })),
    /** Posts a form to a path of the stand-in. */
    post: async (
      path: string,
      fields: Readonly<Record<string, string>>,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      read(
        await fetch(`${entra.url}${path}`, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers,
          redirect: 'manual',
        }),
      ),
  };
}
