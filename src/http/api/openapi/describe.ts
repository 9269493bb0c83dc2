/** Small words in which the OpenAPI descriptions are written (OpenAPI 3.1.1; JSON Schema 2020-12). */

import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Schema[];
  readonly requestBody?: Schema;
  readonly responses: Readonly<Record<string, Schema>>;
}

export type Paths = Readonly<Record<string, Readonly<Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>>>>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const text: Schema = { type: 'string' };
export const texts = listOf(text);
export const flag: Schema = { type: 'boolean' };
export const whole: Schema = { type: 'integer' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** An object; a name that ends in `?` may be absent. */
export function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
  };
}

export const mapOf = (values: Schema, description?: string): Schema => ({
  type: 'object',
  ...(description !== undefined && { description }),
  additionalProperties: values,
});

export const json = (description: string, schema: Schema): Schema => ({
  description,
  content: { 'application/json': { schema } },
});

export const raw = (description: string, mediaType: string): Schema => ({
  description,
  content: { [mediaType]: { schema: text } },
});

export const empty = (description: string): Schema => ({ description });

export const failure = (description: string): Schema => json(description, ref('Error'));

export const inPath = (name: string, description: string): Schema => ({
  ...{ name, in: 'path', required: true, description },
  schema: text,
});

export const inQuery = (name: string, description: string, schema: Schema = text): Schema => ({
  ...{ name, in: 'query', description },
  schema,
});

/** A body in the schema by which it is read, so that the description cannot differ from the reading. */
export function bodyOf(schema: z.ZodType, isRequired = true): Schema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return { required: isRequired, content: { 'application/json': { schema: described } } };
}
