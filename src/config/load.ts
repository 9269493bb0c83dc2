import { HarnessError } from '../errors.js';
import { nearest } from '../spelling.js';
import { readConfigFile } from './read-file.js';
import { readSwitch } from './read-switch.js';
import type { Config } from './schema.js';
import { flagOf, SETTINGS, variableOf } from './settings.js';

export type { Config };

export interface ConfigFault {
  /** The flag, variable or file with key. */
  readonly where: string;
  readonly message: string;
}

export interface ConfigSources {
  /** By key of `SETTINGS`; undefined where the flag was not given. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** File named with `--config`. */
  readonly file?: string;
}

/**
 * Flags before environment before file before defaults, as one frozen `Config`.
 *
 * @throws HarnessError `CONFIG_INVALID` that names every fault of every source at once, each with its place.
 */
export async function loadConfig(sources: ConfigSources): Promise<Config> {
  const file = await readConfigFile(sources.cwd, sources.file ?? (sources.env['SAML_REHEARSAL_CONFIG'] || undefined));
  const environment = readEnvironment(sources.env);
  const origin = new Map<string, string>();
  const merged: Record<string, unknown> = {};
  const take = (values: Readonly<Record<string, unknown>>, where: (key: string) => string) => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue;
      merged[key] = value;
      origin.set(key, where(key));
    }
  };
  take(file.values, (key) => `${file.name}: ${key}`);
  take(environment.values, variableOf);
  take(sources.flags, flagOf);

  const { configSchema } = await import('./schema.js');
  const parsed = configSchema.safeParse(merged);
  const faults = [
    ...file.faults,
    ...environment.faults,
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => inWords(issue, origin))),
  ];
  if (parsed.success && faults.length === 0) return Object.freeze(parsed.data);
  throw new HarnessError(
    'CONFIG_INVALID',
    ['The configuration cannot be used:', ...faults.map(({ where, message }) => `  ${where} ${message}`)].join('\n'),
    'Mend what is named above; `saml-rehearsal start --help` lists every setting.',
  );
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  /** Of `invalid_type`. */
  readonly expected?: string;
}

/** Of a value of another type, where the schema has no words of ours. */
const ZODS_OWN = 'Invalid input: expected';

function inWords(issue: Issue, origin: ReadonlyMap<string, string>): ConfigFault[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      where: origin.get(key) ?? key,
      message: `is not a setting${suggestion(key)}`,
    }));
  }
  const key = String(issue.path[0] ?? '');
  const message = issue.message.startsWith(ZODS_OWN) ? `is not a ${issue.expected}` : issue.message;
  return [{ where: origin.get(key) ?? key, message }];
}

const KEYS = SETTINGS.map(({ key }) => key);

function suggestion(key: string): string {
  const meant = nearest(key, KEYS);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

function readEnvironment(env: ConfigSources['env']): { values: Record<string, unknown>; faults: ConfigFault[] } {
  const values: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  const variables = SETTINGS.map(({ key }) => variableOf(key));
  for (const { key, type } of SETTINGS) {
    const text = env[variableOf(key)];
    if (text === undefined || text === '') continue;
    const value = typed(text, type);
    if (value === undefined) faults.push({ where: variableOf(key), message: `is not a ${type}: ${text}` });
    else values[key] = value;
  }
  for (const name of Object.keys(env)) {
    if (!name.startsWith('SAML_REHEARSAL_') || variables.includes(name) || OTHER_VARIABLES.includes(name)) continue;
    const meant = nearest(name, variables);
    faults.push({ where: name, message: `is not a setting${meant === undefined ? '' : `; did you mean ${meant}?`}` });
  }
  return { values, faults };
}

/** Variables of ours that are no settings of the server. */
const OTHER_VARIABLES = [
  'SAML_REHEARSAL_CONFIG',
  'SAML_REHEARSAL_CORPUS',
  'SAML_REHEARSAL_CHROMIUM',
  'SAML_REHEARSAL_URL',
];

function typed(text: string, type: 'string' | 'number' | 'boolean'): string | number | boolean | undefined {
  if (type === 'string') return text;
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return readSwitch(text);
}
