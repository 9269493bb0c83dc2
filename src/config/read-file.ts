import { access, readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { ConfigFault } from './load.js';

const NAMES = ['saml-rehearsal.config.json', 'saml-rehearsal.config.yaml', 'saml-rehearsal.config.yml'];

export interface ConfigFile {
  /** As the user would write it, for messages. */
  readonly name?: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly ConfigFault[];
}

/** Reads the file that was named, else the first of the usual names that is in `cwd`, else nothing. */
export async function readConfigFile(cwd: string, named: string | undefined): Promise<ConfigFile> {
  const name = named ?? (await firstPresent(cwd));
  if (name === undefined) return { values: {}, faults: [] };
  try {
    const text = await readFile(resolve(cwd, name), 'utf8');
    const values = await parse(text, extname(name));
    if (values === null || values === undefined) return { name, values: {}, faults: [] };
    if (typeof values !== 'object' || Array.isArray(values)) return faulty(name, 'does not hold settings by name');
    // An editor's line, not a setting.
    const { $schema: _schema, ...settings } = values as Record<string, unknown>;
    return { name, values: settings, faults: [] };
  } catch (error) {
    return faulty(
      name,
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String((error as Error).message),
    );
  }
}

const faulty = (name: string, message: string): ConfigFile => ({
  name,
  values: {},
  faults: [{ where: name, message }],
});

async function firstPresent(cwd: string): Promise<string | undefined> {
  for (const name of NAMES) {
    try {
      await access(resolve(cwd, name));
      return name;
    } catch {
      // The next name, then.
    }
  }
  return undefined;
}

async function parse(text: string, extension: string): Promise<unknown> {
  if (extension === '.json') return JSON.parse(text);
  const { parse: parseYaml } = await import('yaml');
  return parseYaml(text);
}
