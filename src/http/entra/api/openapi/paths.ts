/** Every route of the stand-in's API. */

import { applicationChange, assignmentBody, userBody } from '../../../../entra/schema.js';
import {
  bodyOf,
  empty,
  failure,
  inPath,
  json,
  listOf,
  object,
  type Paths,
  ref,
  whole,
} from '../../../api/openapi/describe.js';
import { certificateValidity } from '../application-routes.js';
import { nextLoginBody, standingFaultsBody } from '../fault-routes.js';

const APPLICATION = ['application'];
const PEOPLE = ['users and groups'];
const LOGINS = ['logins'];
const notUnderstood = failure('The request cannot be understood, or the portal would refuse it; the message says why.');
const thumbprint = inPath('thumbprint', 'SHA-1 or SHA-256 thumbprint.');
const upn = inPath('upn', 'User principal name.');
const principal = inPath('principal', 'User principal name, or id of a group.');

export const entraPaths: Paths = {
  '/application': {
    get: {
      operationId: 'getApplication',
      summary: 'The enterprise application, and what the service provider needs of the tenant',
      tags: APPLICATION,
      responses: { 200: json('The application.', ref('Application')) },
    },
    put: {
      operationId: 'putApplication',
      summary: 'Change the application; what is not given stays, null takes an optional setting away',
      tags: APPLICATION,
      requestBody: bodyOf(applicationChange),
      responses: { 200: json('The application as it is now.', ref('Application')), 400: notUnderstood },
    },
  },
  '/application/certificates': {
    post: {
      operationId: 'createCertificate',
      summary: 'New certificate: inactive, three years unless told otherwise',
      tags: APPLICATION,
      requestBody: bodyOf(certificateValidity, false),
      responses: { 201: json('The certificate.', ref('Certificate')), 400: notUnderstood },
    },
  },
  '/application/certificates/{thumbprint}': {
    delete: {
      operationId: 'deleteCertificate',
      summary: 'Delete an inactive certificate',
      tags: APPLICATION,
      parameters: [thumbprint],
      responses: { 204: empty('It is gone.'), 400: notUnderstood },
    },
  },
  '/application/certificates/{thumbprint}/active': {
    put: {
      operationId: 'activateCertificate',
      summary: 'Make certificate active',
      tags: APPLICATION,
      parameters: [thumbprint],
      responses: { 204: empty('It signs from now on.'), 400: notUnderstood },
    },
  },
  '/application/certificates/active': {
    delete: {
      operationId: 'deactivateCertificate',
      summary: 'Leave the application without an active certificate (AADSTS50003)',
      tags: APPLICATION,
      responses: { 204: empty('No key signs from now on.') },
    },
  },
  '/users': {
    get: {
      operationId: 'listUsers',
      summary: 'The users of the tenant',
      tags: PEOPLE,
      responses: { 200: json('The users.', object({ users: listOf(ref('User')) })) },
    },
    post: {
      operationId: 'putUser',
      summary: 'Add a user, or replace the one of that name',
      tags: PEOPLE,
      requestBody: bodyOf(userBody),
      responses: { 201: json('The user.', ref('User')), 400: notUnderstood },
    },
  },
  '/users/{upn}': {
    delete: {
      operationId: 'removeUser',
      summary: 'Remove a user and its assignment',
      tags: PEOPLE,
      parameters: [upn],
      responses: { 204: empty('The user is gone.'), 404: failure('There is no such user.') },
    },
  },
  '/assignments': {
    get: {
      operationId: 'listAssignments',
      summary: 'Who is assigned to the application',
      tags: PEOPLE,
      responses: { 200: json('The assignments.', object({ assignments: listOf(ref('Assignment')) })) },
    },
  },
  '/assignments/{principal}': {
    put: {
      operationId: 'assign',
      summary: 'Assign a user or a group',
      tags: PEOPLE,
      parameters: [principal],
      requestBody: bodyOf(assignmentBody, false),
      responses: { 200: json('The assignment.', ref('Assignment')), 400: notUnderstood },
    },
    delete: {
      operationId: 'unassign',
      summary: 'Take an assignment away',
      tags: PEOPLE,
      parameters: [principal],
      responses: { 204: empty('It is gone.'), 404: failure('There is no such assignment.') },
    },
  },
  '/faults': {
    get: {
      operationId: 'listFaults',
      summary: 'Deliberate defects: what there is, and which the next logins get',
      tags: LOGINS,
      responses: {
        200: json('The faults.', object({ next: ref('StandingFaults'), faults: listOf(ref('Fault')) })),
      },
    },
    post: {
      operationId: 'setFaults',
      summary: 'Faults for the next logins; an empty list ends them',
      tags: LOGINS,
      requestBody: bodyOf(standingFaultsBody),
      responses: { 200: json('What is set.', object({ next: ref('StandingFaults') })), 400: notUnderstood },
    },
  },
  '/logins/next': {
    post: {
      operationId: 'enqueueLogin',
      summary: 'What the next login is like: user, faults, claims; several are taken first come, first served',
      tags: LOGINS,
      requestBody: bodyOf(nextLoginBody),
      responses: { 202: json('How many are queued.', object({ queued: whole })), 400: notUnderstood },
    },
  },
};
