import { findAadsts } from '../../../diagnosis/aadsts.js';
import type { Refusal } from '../../../entra/aadsts.js';
import { EntraFrame } from './frame.js';

interface ErrorProps {
  readonly refusal: Refusal;
  readonly applicationName: string;
  readonly applicationId: string;
}

/** Entra's sign-in error page: the number, the text, and what finds it again in the sign-in log. */
export function ErrorPage(props: ErrorProps) {
  const { refusal } = props;
  return (
    <EntraFrame title="Sign in">
      <section class="entra-card">
        <h1>Sign in</h1>
        <p class="entra-sorry">Sorry, but we’re having trouble signing you in.</p>
        <p class="entra-error" role="alert">
          <bdi>{refusal.text}</bdi>
        </p>
        <h2>Troubleshooting details</h2>
        <p>If you contact your administrator, send this info to them.</p>
        <TroubleshootingDetails {...props} />
      </section>
      <Explanation aadsts={refusal.aadsts} />
      <p>
        <a href={`https://login.microsoftonline.com/error?code=${refusal.aadsts}`} rel="noreferrer">
          What Microsoft says about {refusal.aadsts}
        </a>
        {' · '}
        <a href="/">The application in the stand-in</a>
      </p>
    </EntraFrame>
  );
}

function TroubleshootingDetails({ refusal, applicationName, applicationId }: ErrorProps) {
  return (
    <dl class="entra-facts">
      <dt>Request Id:</dt>
      <dd>{refusal.requestId}</dd>
      <dt>Correlation Id:</dt>
      <dd>{refusal.correlationId}</dd>
      <dt>Timestamp:</dt>
      <dd>{refusal.timestamp}</dd>
      <dt>App name:</dt>
      <dd>{applicationName}</dd>
      <dt>App id:</dt>
      <dd>{applicationId}</dd>
      <dt>Message:</dt>
      <dd>
        <bdi>{refusal.text}</bdi>
      </dd>
    </dl>
  );
}

/** What the real page does not say. */
function Explanation({ aadsts }: { readonly aadsts: number }) {
  const entry = findAadsts(`AADSTS${aadsts}`)?.entry;
  if (!entry) return null;
  return (
    <section class="entra-card entra-explanation" aria-labelledby="explanation">
      <h2 id="explanation">What it means, and what to do</h2>
      <p>{entry.cause}</p>
      <p>{entry.fix}</p>
      <p class="note">For the {entry.who}. Entra’s own page does not say this.</p>
    </section>
  );
}
