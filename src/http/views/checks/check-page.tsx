import type { CheckDefinition, Remedy } from '../../../diagnosis/check.js';
import { Layout, type SiteFacts } from '../layout.js';
import { RemedyCard } from '../login/remedies.js';
import { STAGE_NAMES } from '../stage-names.js';
import { SeverityMark } from './severity-mark.js';

export interface CheckPageProps {
  readonly site: SiteFacts;
  readonly check: CheckDefinition;
  /** Every remedy its failures may name, likeliest first. */
  readonly remedies: readonly Remedy[];
}

/** `GET /checks/:id`: one check, from its own data. */
export function CheckPage({ site, check, remedies }: CheckPageProps) {
  return (
    <Layout title={check.title} site={site} section="checks" stylesheets={['checks.css', 'login.css']} width="narrow">
      <p class="trail">
        <a href="/checks">All checks</a>
      </p>
      <p class="eyebrow">{STAGE_NAMES[check.stage]}</p>
      <h1>{check.title}</h1>
      <p>
        <code>{check.id}</code> <SeverityMark severity={check.severity} />
      </p>
      <h2>Why</h2>
      <p>{check.why}</p>
      <Kinds kinds={Object.entries(check.kinds)} />
      <h2>What to do</h2>
      {remedies.map((remedy, index) => (
        <RemedyCard key={index} remedy={remedy} />
      ))}
      <h2>Where it is written</h2>
      <ul>
        {check.spec.map(({ document, clause, url }, index) => (
          <li key={index}>
            {document}, {url ? <a href={url}>{clause}</a> : clause}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/?failed=${check.id}`}>Logins in which it failed</a>
      </p>
    </Layout>
  );
}

/** The distinctions the check makes. */
function Kinds({ kinds }: { readonly kinds: readonly (readonly [string, string])[] }) {
  if (kinds.length === 0) return null;
  return (
    <>
      <h2>What can be wrong</h2>
      <dl class="kinds">
        {kinds.map(([kind, words]) => (
          <div key={kind}>
            <dt>{words}</dt>
            <dd>
              <code>{kind}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
