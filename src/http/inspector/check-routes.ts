import type { RequestHandler } from 'express';
import type { CheckDefinition } from '../../diagnosis/check.js';
import { queryOf } from '../query.js';
import type { InspectorDeps } from './deps.js';
import { sendNotFound } from './send-not-found.js';
import { sendPage } from './send-page.js';

/** `GET /checks?search=`: the catalogue. */
export function checkListRoute(deps: InspectorDeps): RequestHandler {
  return async (request, response) => {
    const [{ CheckListPage }, { checks }] = await Promise.all([
      import('../views/checks/check-list-page.js'),
      import('../../diagnosis/checks/index.js'),
    ]);
    const parameters = queryOf(request);
    const search = (parameters.get('search') ?? '').trim().slice(0, 100);
    const matching = checks.filter((check) => speaksOf(check, search));
    await sendPage(response, CheckListPage, { site: deps.site(), checks: matching, total: checks.length, search });
  };
}

/** `GET /checks/:id`: one check. */
export function checkRoute(deps: InspectorDeps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const [{ CheckPage }, { findCheck }, { remedy }] = await Promise.all([
      import('../views/checks/check-page.js'),
      import('../../diagnosis/checks/index.js'),
      import('../../diagnosis/remedy.js'),
    ]);
    const check = findCheck(request.params.id);
    if (!check) return sendNotFound(deps, response, 'check');
    const values = { expected: 'the expected value', actual: 'the value that came' };
    const remedies = check.remedies.map((id) => remedy(id, undefined, values));
    await sendPage(response, CheckPage, { site: deps.site(), check, remedies });
  };
}

/** Every word of the search stands somewhere in the check's own words. */
function speaksOf(check: CheckDefinition, search: string): boolean {
  const said = [check.id, check.title, check.stage, check.severity, check.why, ...Object.values(check.kinds)]
    .join('\n')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
