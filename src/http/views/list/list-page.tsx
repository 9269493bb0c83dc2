import type { LoginPage } from '../../../logins/login-store.js';
import { DeleteForm } from '../delete-form.js';
import { Layout, type SiteFacts } from '../layout.js';
import { FirstSteps } from './first-steps.js';
import { isNarrowed, type ListFilter, ListFilterForm } from './list-filter.js';
import { LoginRow } from './login-row.js';

export interface ListPageProps {
  readonly site: SiteFacts;
  readonly page: LoginPage;
  readonly filter: ListFilter;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly now: Date;
  /** Address of the next (older) page. */
  readonly olderHref?: string;
  /** True when this is not the first page. */
  readonly isOlder: boolean;
}

/** `GET /`: the logins, newest first. `live.js` keeps it current. */
export function ListPage({ site, page, filter, checks, now, olderHref, isOlder }: ListPageProps) {
  const isEmpty = page.logins.length === 0;
  const isFresh = isEmpty && !isNarrowed(filter) && !isOlder;
  return (
    <Layout title="Logins" site={site} section="logins" scripts={['live', 'copy']} stylesheets={['list.css']}>
      <div class="list-head">
        <h1>Logins</h1>
        <p class="live-state" id="live-state" role="status" />
      </div>
      <div id="list-filter" data-live="when-idle">
        {isFresh ? null : <ListFilterForm filter={filter} checks={checks} />}
      </div>
      <div id="logins" data-live="always">
        {isFresh ? <FirstSteps site={site} /> : null}
        {isEmpty && !isFresh ? <p class="nothing">No login matches. Widen the filter above.</p> : null}
        {isEmpty ? null : <LoginList page={page} now={now} olderHref={olderHref} isOlder={isOlder} />}
      </div>
      {isEmpty ? null : (
        <DeleteForm
          action="/delete-logins"
          what="Delete all logins"
          consequence="Every login goes, also those on other pages and those the filter hides, with everything that was stored of them."
        />
      )}
    </Layout>
  );
}

interface LoginListProps {
  readonly page: LoginPage;
  readonly now: Date;
  readonly olderHref: string | undefined;
  readonly isOlder: boolean;
}

function LoginList({ page, now, olderHref, isOlder }: LoginListProps) {
  return (
    <form method="get" action="/compare">
      <div class="list-columns" aria-hidden="true">
        <span>Outcome</span>
        <span>User and reason</span>
        <span>Flow</span>
        <span>Account</span>
        <span>Age</span>
      </div>
      <ol class="login-list">
        {page.logins.map((login) => (
          <LoginRow key={login.id} login={login} now={now} />
        ))}
      </ol>
      <div class="list-foot">
        <button type="submit" class="plain">
          Compare two marked logins
        </button>
        <span class="list-pages">
          {isOlder ? <a href="/">Newest</a> : null}
          {olderHref === undefined ? null : (
            <a rel="next" href={olderHref}>
              Older logins
            </a>
          )}
        </span>
      </div>
    </form>
  );
}
