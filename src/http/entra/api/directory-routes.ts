import express from 'express';
import { z } from 'zod';
import { AUTHENTICATIONS, type AuthenticationMethod } from '../../../entra/authentication.js';
import { parseBody } from '../../api/parse-body.js';
import type { EntraSite } from '../deps.js';

const text = z.string().max(256);
const names = z.array(text).max(5_000);
const methods = Object.keys(AUTHENTICATIONS) as [AuthenticationMethod, ...AuthenticationMethod[]];

const user = z.strictObject({
  id: z.guid().exactOptional(),
  userPrincipalName: text,
  displayName: text.exactOptional(),
  givenName: text.exactOptional(),
  surname: text.exactOptional(),
  mail: text.exactOptional(),
  userType: z.enum(['Member', 'Guest']).exactOptional(),
  accountEnabled: z.boolean().exactOptional(),
  identityProvider: text.exactOptional(),
  memberOf: names.exactOptional(),
  directoryRoles: names.exactOptional(),
  signsInWith: z.enum(methods).exactOptional(),
  attributes: z.record(text, text).exactOptional(),
});

const assignment = z.strictObject({ role: text.exactOptional() });

/** Users of the tenant, and who is assigned to the application. */
export function directoryRoutes({ entra }: EntraSite): express.Router {
  const router = express.Router();
  router.get('/users', (_request, response) => void response.json({ users: entra.users }));
  router.post('/users', (request, response) => {
    response.status(201).json(entra.addUser(parseBody(user, request.body)));
  });
  router.delete('/users/:upn', (request, response) => {
    response.status(entra.removeUser(request.params.upn) ? 204 : 404).end();
  });
  router.get('/assignments', (_request, response) => void response.json({ assignments: entra.assignments.list() }));
  // The name is of a user, or the id of a group.
  router.put('/assignments/:principal', (request, response) => {
    const { role } = parseBody(assignment, request.body ?? {});
    response.json(entra.assignments.assign(request.params.principal, role));
  });
  router.delete('/assignments/:principal', (request, response) => {
    response.status(entra.unassign(request.params.principal) ? 204 : 404).end();
  });
  return router;
}
