import { type CheckDefinition, STAGES, type Stage } from '../../../diagnosis/check.js';
import { Layout, type SiteFacts } from '../layout.js';
import { STAGE_NAMES } from '../stage-names.js';
import { SeverityMark } from './severity-mark.js';

export interface CheckListPageProps {
  readonly site: SiteFacts;
  /** Those that match the search, in reading order. */
  readonly checks: readonly CheckDefinition[];
  readonly total: number;
  readonly search: string;
}

/** `GET /checks`: everything that is checked, by stage. */
export function CheckListPage({ site, checks, total, search }: CheckListPageProps) {
  return (
    <Layout title="Checks" site={site} section="checks" stylesheets={['checks.css']}>
      <h1>Checks</h1>
      <p class="lead">
        All {total} run on every message; none stops at the first fault. A login is accepted when no check marked{' '}
        <em>error</em> fails, breaks down or cannot run.
      </p>
      <form class="check-search" method="get" action="/checks" aria-label="Search">
        <input
          type="search"
          name="search"
          value={search}
          aria-label="Search the checks"
          placeholder="audience, clock, SHA-1 …"
        />
        <button type="submit">Search</button>
        {search === '' ? null : <a href="/checks">Show all</a>}
      </form>
      {checks.length === 0 ? <p class="quiet">No check speaks of that.</p> : null}
      {STAGES.map((stage) => (
        <StageChecks key={stage} stage={stage} checks={checks.filter((check) => check.stage === stage)} />
      ))}
    </Layout>
  );
}

function StageChecks({ stage, checks }: { readonly stage: Stage; readonly checks: readonly CheckDefinition[] }) {
  if (checks.length === 0) return null;
  return (
    <section class="check-stage" aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>{STAGE_NAMES[stage]}</h2>
      <ul>
        {checks.map(({ id, title, severity }) => (
          <li key={id}>
            <a href={`/checks/${id}`}>{title}</a>
            <span class="check-id">{id}</span>
            <SeverityMark severity={severity} />
          </li>
        ))}
      </ul>
    </section>
  );
}
