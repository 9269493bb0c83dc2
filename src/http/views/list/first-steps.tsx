import { CopyButton } from '../copy-button.js';
import type { SiteFacts } from '../layout.js';

/** What the list says before the first login: what to do next, with the URLs to do it at. */
export function FirstSteps({ site }: { readonly site: SiteFacts }) {
  return (
    <div class="first-steps">
      <h2>No logins yet. Start one:</h2>
      <ol class="ways">
        <li>
          <h3>From the service provider</h3>
          <p>
            Open the sign-on page and give an address of the internal directory. The AuthnRequest goes to Entra, the
            response comes back here.
          </p>
          <UrlLine what="sign-on page" url={site.signOnUrl} />
        </li>
        {site.entraUrl ? (
          <li>
            <h3>From the Entra stand-in</h3>
            <p>
              Choose <strong>Test this application</strong>, or the tile in My Apps: the identity provider starts, no
              request is sent.
            </p>
            <UrlLine what="Entra stand-in" url={site.entraUrl} />
          </li>
        ) : null}
        <li>
          <h3>From your own Entra tenant</h3>
          <p>
            <a href="/setup">Setup</a> lists what to enter in <strong>Basic SAML Configuration</strong>, field by field.
          </p>
        </li>
        <li>
          <h3>Already have a message?</h3>
          <p>
            Paste or drop it on <a href="/decode">Decode</a>. It stays on this machine.
          </p>
        </li>
      </ol>
      <p class="quiet small">This page shows new logins by itself; without JavaScript, reload it.</p>
    </div>
  );
}

function UrlLine({ what, url }: { readonly what: string; readonly url: string }) {
  return (
    <p class="url-line">
      <a href={url}>{url}</a> <CopyButton what={`URL of the ${what}`} value={url} />
    </p>
  );
}
