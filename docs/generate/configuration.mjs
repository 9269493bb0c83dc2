// @ts-check
import { configJsonSchema } from '../../dist/config/schema.js';
import { flagOf, SETTINGS, variableOf } from '../../dist/config/settings.js';
import { code, fenced, MADE, page, plain, table } from './markdown.mjs';

/** @typedef {{ default?: unknown, enum?: readonly string[], minimum?: number, maximum?: number, minLength?: number }} Property */

const schema = /** @type {{ properties: Readonly<Record<string, Property>> }} */ (configJsonSchema());

const EXAMPLE = `# yaml-language-server: $schema=node_modules/saml-rehearsal/docs/reference/saml-rehearsal.config.schema.json
region: us
accountCode: C1A2
port: 8080
retainDays: 30`;

/** @param {Property} property */
function range({ enum: choices, minimum, maximum, minLength }) {
  if (choices) return ` One of ${choices.map(code).join(', ')}.`;
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (most !== undefined) return ` ${minimum} to ${most}.`;
  if (minimum !== undefined) return ` At least ${minimum}.`;
  return minLength !== undefined && minLength > 1 ? ` At least ${minLength} characters.` : '';
}

/** @param {import('../../dist/config/settings.js').Setting} setting */
function row({ key, argument, description, type }) {
  const property = schema.properties[key] ?? {};
  const flag = type === 'boolean' && property.default === true ? `--no-${flagOf(key).slice(2)}` : flagOf(key);
  return [
    code(key),
    code(argument ? `${flag} ${argument}` : flag),
    code(variableOf(key)),
    property.default === undefined ? '' : code(property.default),
    `${plain(description)}.${range(property)}`,
  ];
}

export const configurationPage = () =>
  page(
    '# Configuration',
    MADE,
    'Flags win over the environment, the environment over the file, the file over the defaults. A mistake anywhere is refused before ' +
      'anything listens, and all mistakes are named at once. The file is `saml-rehearsal.config.json` or `.yaml` in the working ' +
      'directory, or what `--config` or `SAML_REHEARSAL_CONFIG` names; its JSON Schema is ' +
      '[saml-rehearsal.config.schema.json](saml-rehearsal.config.schema.json), in the package under the same path.',
    fenced(EXAMPLE, 'yaml'),
    table(['key in the file', 'flag', 'environment', 'default', 'meaning'], SETTINGS.map(row)),
    onlyInFile(),
    '## Variables of the other commands',
    table(
      ['variable', 'meaning'],
      [
        ['`SAML_REHEARSAL_CONFIG`', 'the configuration file'],
        ['`SAML_REHEARSAL_URL`', 'where `wait`, `logins`, `check`, `preflight` and `browser` find a running harness'],
        ['`SAML_REHEARSAL_CHROMIUM`', 'the Chromium that `browser` opens'],
        ['`NO_COLOR`, `FORCE_COLOR`', 'colours off, on'],
      ],
    ),
    '`SAML_REHEARSAL_ENTITY_ID`, `_ACS_URL`, `_IDP_METADATA` and `_CLOCK_SKEW` are also what `diagnose`, `decode`, `check` and ' +
      '`replay` judge against when their flags do not say otherwise.',
  );

function onlyInFile() {
  const keys = Object.keys(schema.properties).filter(
    (key) => key !== '$schema' && !SETTINGS.some((setting) => setting.key === key),
  );
  return keys.length > 0 && `Only in a file: ${keys.map(code).join(', ')}. Their shapes are in the schema.`;
}

export const configurationSchema = () => `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
