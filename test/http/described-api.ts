/** Calls an API and holds every answer against the OpenAPI description that the same server gives of itself. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Json = Record<string, unknown>;

export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any shape; the description says which it is.
  readonly body: any;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly matches: RegExp;
  readonly responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}

export interface DescribedApi {
  readonly document: Json;
  /** `GET /logins/{id}` and so on. */
  readonly operations: readonly string[];
  /** What was answered so far: `GET /logins/{id} 200`. */
  readonly answered: ReadonlySet<string>;
  readonly promised: readonly string[];
  call(method: string, path: string, body?: unknown): Promise<Called>;
}

export async function describedApi(origin: string): Promise<DescribedApi> {
  const headers = { connection: 'close' };
  const document = (await (await fetch(`${origin}/api/v1/openapi.json`, { headers })).json()) as Json;
  const operations = operationsOf(document);
  const compile = compilerFor(document);
  const answered = new Set<string>();
  return {
    document,
    operations: operations.map(({ method, path }) => `${method} ${path}`),
    answered,
    promised: operations.flatMap(({ method, path, responses }) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
    async call(method, path, body) {
      // A connection each: where this process stood still for five seconds, the server is about to hang up on one that was kept.
      const headers = { connection: 'close', ...(body !== undefined && { 'content-type': 'application/json' }) };
      const given = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${origin}/api/v1${path}`, { method, headers, ...given });
      const operation = operations.find((one) => one.method === method && one.matches.test(path.replace(/\?.*/, '')));
      if (!operation) throw new Error(`${method} ${path} is not described`);
      const described = operation.responses[response.status];
      const name = `${method} ${operation.path} ${response.status}`;
      const said = await response.text();
      if (!described) throw new Error(`${name} is not described: ${said}`);
      answered.add(name);
      return { status: response.status, body: checked(name, response, said, described.content, compile) };
    },
  };
}

function checked(
  name: string,
  response: Response,
  said: string,
  content: Operation['responses'][string]['content'],
  compile: (schema: Json) => ValidateFunction,
): unknown {
  const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '');
  if (!content) {
    if (said !== '') throw new Error(`${name} has a body, which is not described: ${said}`);
    return undefined;
  }
  const media = content[type];
  if (!media) throw new Error(`${name} is ${type}, which is not described`);
  if (type !== 'application/json') return said;
  const body: unknown = JSON.parse(said);
  const isValid = compile(media.schema);
  if (!isValid(body)) throw new Error(`${name} is not as described: ${JSON.stringify(isValid.errors, null, 1)}`);
  return body;
}

function operationsOf({ paths }: Json): Operation[] {
  return (
    Object.entries(paths as Record<string, Record<string, { responses: Operation['responses'] }>>)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => ({
          method: method.toUpperCase(),
          path,
          matches: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
          responses,
        })),
      )
      // A fixed segment is meant before a named one.
      .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
  );
}

/** Closed to what is not described: a property somebody adds has to be added to the description. */
function compilerFor(document: Json): (schema: Json) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const components = closed(document['components']) as Json;
  return (schema) => ajv.compile({ ...(closed(schema) as Json), components });
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  const isOpenObject = copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return isOpenObject ? { ...copy, additionalProperties: false } : copy;
}
