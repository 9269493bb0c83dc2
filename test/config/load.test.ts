import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ConfigSources, loadConfig } from '../../src/config/load.js';
import { configJsonSchema, configSchema } from '../../src/config/schema.js';
import { flagOf, SETTINGS, variableOf } from '../../src/config/settings.js';
import type { HarnessError } from '../../src/errors.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const load = (sources: Partial<ConfigSources> = {}) => loadConfig({ flags: {}, env: {}, cwd, ...sources });
const faultsOf = async (sources: Partial<ConfigSources>): Promise<string> =>
  load(sources).then(
    () => 'no fault',
    (error: HarnessError) => `${error.code} ${error.message}`,
  );

describe('The configuration', () => {
  it('needs nothing: the defaults rehearse account C46A75 in Europe on port 7010', async () => {
    expect(await load()).toMatchObject({
      accountCode: 'C46A75',
      region: 'eu',
      port: 7010,
      entraPort: 7011,
      clockSkew: 180,
      entra: true,
    });
  });

  it('takes a flag before the environment before the file', async () => {
    writeFileSync(join(cwd, 'saml-rehearsal.config.json'), '{"region":"za","port":1,"clockSkew":5}');
    const env = { SAML_REHEARSAL_REGION: 'us', SAML_REHEARSAL_PORT: '2' };
    expect(await load({ env, flags: { region: 'au' } })).toMatchObject({ region: 'au', port: 2, clockSkew: 5 });
  });

  it('reads YAML too, and the file that was named', async () => {
    writeFileSync(join(cwd, 'other.yaml'), 'region: jer\nverbatim: true\n');
    expect(await load({ file: 'other.yaml' })).toMatchObject({ region: 'jer', verbatim: true });
  });

  it('takes an empty variable for none, as it comes from a compose file', async () => {
    expect(await load({ env: { SAML_REHEARSAL_CONFIG: '', SAML_REHEARSAL_REGION: '' } })).toMatchObject({
      region: 'eu',
    });
  });

  it('cannot be changed afterwards', async () => {
    expect(Object.isFrozen(await load())).toBe(true);
  });

  it('reports all faults at once, each with its place', async () => {
    writeFileSync(join(cwd, 'saml-rehearsal.config.json'), '{"regoin":"eu","clockSkew":-1}');
    const text = await faultsOf({
      flags: { port: 70_000 },
      env: { SAML_REHEARSAL_ENTRA_PORT: 'many', SAML_REHEARSAL_ACOUNT_CODE: 'X' },
    });
    expect(text).toContain('CONFIG_INVALID');
    expect(text).toContain('saml-rehearsal.config.json: regoin is not a setting; did you mean region?');
    expect(text).toContain('saml-rehearsal.config.json: clockSkew is not from 0 to 3,600 seconds');
    expect(text).toContain('--port is no port: a whole number from 0 to 65,535');
    expect(text).toContain('SAML_REHEARSAL_ENTRA_PORT is not a number: many');
    expect(text).toContain('SAML_REHEARSAL_ACOUNT_CODE is not a setting; did you mean SAML_REHEARSAL_ACCOUNT_CODE?');
  });

  it('says so when the named file is not there, or is not readable', async () => {
    expect(await faultsOf({ file: 'gone.json' })).toContain('gone.json there is no such file');
    writeFileSync(join(cwd, 'broken.json'), '{"port":');
    expect(await faultsOf({ file: 'broken.json' })).toContain('broken.json Unexpected end of JSON input');
    writeFileSync(join(cwd, 'list.yaml'), '- a\n');
    expect(await faultsOf({ file: 'list.yaml' })).toContain('list.yaml does not hold settings by name');
  });

  it.each([
    [{ store: 'mysql://x' }, '--store is none of memory, sqlite:<path>, postgres://…'],
    [{ publicUrl: 'ftp://x' }, '--public-url is not an http or https URL'],
    [{ token: 'short' }, '--token is shorter than 16 characters'],
    [{ accountCode: 'C 46' }, '--account-code is not an account code'],
    [{ port: '7010' }, '--port is not a number'],
    [{ retain: 0 }, '--retain is not a whole number above 0'],
    [{ host: '' }, '--host is empty'],
    [{ logLevel: 'loud' }, '--log-level is none of fatal, error, warn, info, debug, trace, silent'],
  ])('refuses %j in words', async (flags, sentence) => {
    expect(await faultsOf({ flags })).toContain(sentence);
  });
});

describe('The table of settings', () => {
  it('and the schema know the same settings', () => {
    // A list of accounts has no flag: it stands in the file.
    expect(SETTINGS.map(({ key }) => key)).toEqual(Object.keys(configSchema.shape).filter((key) => key !== 'accounts'));
  });

  it('mirrors every flag in the environment', () => {
    expect([flagOf('accountCode'), variableOf('accountCode')]).toEqual([
      '--account-code',
      'SAML_REHEARSAL_ACCOUNT_CODE',
    ]);
    const mirrored = ({ key }: { key: string }) =>
      variableOf(key).toLowerCase().replaceAll('_', '-').replace('saml-rehearsal-', '--');
    expect(SETTINGS.map(mirrored)).toEqual(SETTINGS.map(({ key }) => flagOf(key)));
  });

  it('is published as a JSON Schema that knows no other key', () => {
    expect(configJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('may be named in the file it is for, as editors want it', async () => {
    writeFileSync(join(cwd, 'with-schema.json'), '{ "$schema": "./saml-rehearsal.config.schema.json", "port": 8080 }');
    expect(await loadConfig({ flags: {}, env: {}, cwd, file: 'with-schema.json' })).toMatchObject({ port: 8080 });
    expect(configJsonSchema()).toMatchObject({ properties: { $schema: { type: 'string' } } });
  });
});
