import type { RequestHandler } from 'express';
import type { LoginQuery } from '../../logins/login-store.js';
import { sendFormPage } from '../forms/send-form-page.js';
import { queryOf } from '../query.js';
import type { ListFilter } from '../views/list/list-filter.js';
import type { InspectorDeps } from './deps.js';

const PAGE_LENGTH = 50;

/** `GET /`: the logins, newest first. */
export function listRoute(deps: InspectorDeps): RequestHandler {
  return async (request, response) => {
    const [{ ListPage }, { checks }] = await Promise.all([
      import('../views/list/list-page.js'),
      import('../../diagnosis/checks/index.js'),
    ]);
    const parameters = queryOf(request);
    const filter = filterOf(parameters);
    const after = parameters.get('after') || undefined;
    const page = await deps.logins.list(pageQuery(filter, after));
    await sendFormPage(response, ListPage, {
      site: deps.site(),
      page,
      filter,
      checks: checks.map(({ id, title }) => ({ id, title })),
      now: deps.clock.now(),
      isOlder: after !== undefined,
      ...(page.next !== undefined && { olderHref: olderHref(filter, page.next) }),
    });
  };
}

function filterOf(parameters: URLSearchParams): ListFilter {
  const search = parameters.get('search')?.trim();
  const outcome = parameters.get('outcome');
  const failed = parameters.get('failed');
  return {
    ...(search && { search: search.slice(0, 200) }),
    ...((outcome === 'accepted' || outcome === 'refused') && { outcome }),
    ...(failed && { failed: failed.slice(0, 100) }),
  };
}

function pageQuery({ search, outcome, failed }: ListFilter, after: string | undefined): LoginQuery {
  return {
    limit: PAGE_LENGTH,
    ...(search !== undefined && { search }),
    ...(outcome !== undefined && { accepted: outcome === 'accepted' }),
    ...(failed !== undefined && { failed }),
    ...(after !== undefined && { after }),
  };
}

function olderHref(filter: ListFilter, after: string): string {
  return `/?${new URLSearchParams({ ...filter, after })}`;
}
