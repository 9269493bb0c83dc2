import type { Operation, Paths, Schema } from './describe.js';
import { json, object, raw, text } from './describe.js';

export interface Described {
  readonly title: string;
  readonly description: string;
  readonly paths: Paths;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Version of the API, not of the package: it moves when a client would have to. */
const API_VERSION = '1.0.0';

const unauthorized = raw(
  'The harness was started with a token, and this request has none, or a wrong one.',
  'text/plain',
);
const tooMany = raw(
  'Too many requests, or too many wrong tokens, from this address; Retry-After says how long to wait.',
  'text/plain',
);

/** The one shape in which every route of either API refuses. */
const error = object({ error: object({ code: text, message: text, remedy: text, 'requestId?': text }) });

/** Of either API. */
const itself: Paths = {
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This description',
      tags: ['description'],
      responses: { 200: json('OpenAPI 3.1.', { type: 'object' }) },
    },
  },
};

/** The whole OpenAPI 3.1 description. The server is the origin it was read from. */
export function openApiDocument({ title, description, paths, schemas }: Described): Schema {
  return {
    openapi: '3.1.0',
    info: { title, description, version: API_VERSION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    security: [{}, { token: [] }],
    paths: Object.fromEntries(
      Object.entries({ ...paths, ...itself }).map(([path, operations]) => [
        path,
        Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, guarded(operation)])),
      ]),
    ),
    components: {
      schemas: { Error: error, ...schemas },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'What --token was given.' } },
    },
  };
}

const guarded = (operation: Operation): Operation => ({
  ...operation,
  responses: { ...operation.responses, 401: unauthorized, 429: tooMany },
});
