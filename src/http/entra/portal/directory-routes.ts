import express from 'express';
import { isAuthenticationMethod } from '../../../entra/authentication.js';
import { PERSONAS } from '../../../entra/personas.js';
import type { UserDraft } from '../../../entra/user.js';
import type { FormFields } from '../../forms/form-fields.js';
import { pageRoute } from '../../forms/page-route.js';
import type { EntraSite } from '../deps.js';
import { AssignmentsPage } from '../views/portal/assignments-page.js';
import { PropertiesPage } from '../views/portal/properties-page.js';
import { UsersPage } from '../views/portal/users-page.js';

/** Users, who is assigned, and the application's properties. */
export function directoryPages({ entra }: EntraSite): express.Router {
  const router = express.Router();
  pageRoute(router, {
    path: '/users',
    page: UsersPage,
    props: () => ({
      tenantName: entra.tenant.name,
      users: entra.users,
      hasPersonas: PERSONAS.every(({ userPrincipalName }) => entra.directory.find(userPrincipalName)),
    }),
    save: (fields) => saveUsers(entra, fields),
  });
  pageRoute(router, {
    path: '/application/users-and-groups',
    page: AssignmentsPage,
    props: () => ({
      application: entra.application,
      assignments: entra.assignments.list(),
      users: entra.users,
      groups: entra.directory.groups(),
    }),
    save: (fields) => {
      const principal = fields.text('principal');
      if (fields.text('do') === 'remove') return entra.unassign(principal);
      return entra.assign(principal, fields.optional('role') ?? undefined);
    },
  });
  pageRoute(router, {
    path: '/application/properties',
    page: PropertiesPage,
    props: () => ({ application: entra.application }),
    save: (fields) => entra.updateApplication(propertiesChange(fields)),
  });
  return router;
}

function saveUsers(entra: EntraSite['entra'], fields: FormFields): unknown {
  switch (fields.text('do')) {
    case 'delete':
      return entra.removeUser(fields.text('userPrincipalName'));
    case 'personas':
      return entra.addPersonas();
    default:
      return entra.addUser(draftFrom(fields));
  }
}

/** What is left empty is null in the directory. */
function draftFrom(fields: FormFields): UserDraft {
  const given = ['displayName', 'mail', 'givenName', 'surname'].flatMap((name) => {
    const value = fields.text(name);
    return value === '' ? [] : [[name, value] as const];
  });
  const method = fields.text('signsInWith');
  return {
    userPrincipalName: fields.text('userPrincipalName'),
    ...Object.fromEntries(given),
    accountEnabled: fields.isChecked('accountEnabled'),
    ...(isAuthenticationMethod(method) && { signsInWith: method }),
  };
}

function propertiesChange(fields: FormFields) {
  const values = fields.all('roleValue');
  const minutes = fields.text('accessTokenLifetimeMinutes');
  return {
    name: fields.text('name') || 'Mimecast',
    enabledForUsersToSignIn: fields.isChecked('enabledForUsersToSignIn'),
    assignmentRequired: fields.isChecked('assignmentRequired'),
    appRoles: fields.all('roleName').flatMap((displayName, index) => {
      const value = values[index] ?? '';
      return value === '' ? [] : [{ displayName: displayName || value, value }];
    }),
    accessTokenLifetimeMinutes: minutes === '' ? null : Number(minutes),
    answersErrorsWithResponses: fields.isChecked('answersErrorsWithResponses'),
  };
}
