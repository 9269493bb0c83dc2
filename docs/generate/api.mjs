// @ts-check
import { serviceProviderOpenApi } from '../../dist/http/api/openapi/service-provider.js';
import { entraOpenApi } from '../../dist/http/entra/api/openapi/entra.js';
import { code, fenced, MADE, page, plain, table } from './markdown.mjs';

/** @typedef {Readonly<Record<string, any>>} Json parts of an OpenAPI document */

/** A schema in as few words as a reader needs. @param {Json} schema @returns {string} */
function shape(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.enum) return schema.enum.map(JSON.stringify).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(shape).join(' | ');
  if (schema.type === 'array') return `${shape(schema.items ?? {})}[]`.replace(/^(.* \| .*)\[\]$/, '($1)[]');
  if (schema.properties) return `{ ${fields(schema).map(inLine).join(', ')} }`;
  if (schema.additionalProperties) return `{ [name]: ${shape(schema.additionalProperties)} }`;
  if (schema.format === 'date-time') return 'instant';
  return [schema.type ?? 'anything'].flat().join(' | ');
}

/** @typedef {{ name: string, needed: boolean, schema: Json }} Field */

/** @param {Json} schema @returns {Field[]} */
const fields = ({ properties, required = [] }) =>
  Object.entries(properties).map(([name, schema]) => ({ name, needed: required.includes(name), schema }));

/** @param {Field} field */
const inLine = ({ name, needed, schema }) => `${name}${needed ? '' : '?'}: ${shape(schema)}`;

/** @param {Json} schema a body or a named schema, a field to the line */
const outLine = (schema) =>
  schema.properties
    ? `{\n${fields(schema)
        .map((field) => `  ${inLine(field)}`)
        .join('\n')}\n}`
    : shape(schema);

/** @param {string} path @param {string} verb @param {Json} operation */
function section(path, verb, { summary, description, parameters = [], requestBody, responses }) {
  const body = requestBody?.content['application/json']?.schema;
  return [
    `### ${verb.toUpperCase()} ${path}`,
    `${plain(summary)}.${description ? ` ${plain(description)}` : ''}`,
    parameters.length > 0 &&
      table(
        ['parameter', 'where', 'meaning'],
        parameters.map((/** @type {Json} */ { name, in: where, description: words, schema }) => [
          code(name),
          where,
          `${plain(words)}${schema.type === 'string' && !schema.enum ? '' : ` (${code(shape(schema))})`}`,
        ]),
      ),
    body && `Body${requestBody.required ? '' : ' (may be left out)'}:\n\n${fenced(outLine(body))}`,
    table(['answer', 'shape', 'when'], Object.entries(responses).map(answer)),
  ];
}

/** @param {[string, Json]} entry */
function answer([status, { description, content = {} }]) {
  const [type, described] = Object.entries(content)[0] ?? [];
  const what = type === 'application/json' ? code(shape(described.schema)) : (type ?? '');
  return [status, what, plain(description)];
}

/** @param {string} title @param {string} where @param {Json} document */
const origin = (title, where, { info, paths, components }) => [
  `## ${title}`,
  `${plain(info.description)} ${where}`,
  ...Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(/** @type {Json} */ (operations)).flatMap(([verb, operation]) => section(path, verb, operation)),
  ),
  `### Shapes of ${title.toLowerCase()}`,
  'A name that ends in `?` may be absent.',
  ...Object.entries(/** @type {Json} */ (components.schemas)).map(
    ([name, schema]) =>
      `**${name}**${schema.description ? `: ${plain(schema.description)}` : ''}\n\n${fenced(outLine(schema))}`,
  ),
];

export const apiPage = () =>
  page(
    '# HTTP API',
    MADE,
    'Both servers describe themselves as OpenAPI 3.1 under `/api/v1/openapi.json`; this page is those two documents for reading. All ' +
      'paths are below `/api/v1`. With `--token`, send `Authorization: Bearer <token>`; without it every answer is 401.',
    ...origin('Service provider', 'On `http://localhost:7010`.', serviceProviderOpenApi()),
    ...origin('Stand-in for Entra ID', 'On `http://127.0.0.1:7011`.', entraOpenApi()),
  );
