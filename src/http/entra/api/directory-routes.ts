import express from 'express';
import { assignmentBody, userBody } from '../../../entra/schema.js';
import { sendError } from '../../api/errors.js';
import { parseBody } from '../../api/parse-body.js';
import type { EntraSite } from '../deps.js';

/** Users of the tenant, and who is assigned to the application. */
export function directoryRoutes({ entra }: EntraSite): express.Router {
  const router = express.Router();
  router.get('/users', (_request, response) => void response.json({ users: entra.users }));
  router.post('/users', (request, response) => {
    response.status(201).json(entra.addUser(parseBody(userBody, request.body)));
  });
  router.delete('/users/:upn', (request, response) => {
    const { upn } = request.params;
    if (entra.removeUser(upn)) response.status(204).end();
    else
      sendError(
        response,
        404,
        'USER_UNKNOWN',
        `There is no user ${upn.slice(0, 256)}.`,
        'GET /api/v1/users lists them.',
      );
  });
  router.get('/assignments', (_request, response) => void response.json({ assignments: entra.assignments.list() }));
  // The name is of a user, or the id of a group.
  router.put('/assignments/:principal', (request, response) => {
    const { role } = parseBody(assignmentBody, request.body ?? {});
    response.json(entra.assign(request.params.principal, role));
  });
  router.delete('/assignments/:principal', (request, response) => {
    const { principal } = request.params;
    if (entra.unassign(principal)) return void response.status(204).end();
    const remedy = 'GET /api/v1/assignments lists them.';
    sendError(response, 404, 'ASSIGNMENT_UNKNOWN', `${principal.slice(0, 256)} is not assigned.`, remedy);
  });
  return router;
}
