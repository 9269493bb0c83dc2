import { type Command, InvalidArgumentError, Option } from 'commander';
import { flagOf, SETTINGS, type Setting, variableOf } from '../../config/settings.js';
import type { Define } from '../program.js';

export const defineStart: Define = (program, io, done) => {
  const command = program
    .command('start', { isDefault: true })
    .description('Serve the service provider, the inspector and the stand-in for Entra ID.')
    .option(
      '--config <file>',
      'read settings from there (default: saml-rehearsal.config.json or .yaml, if there is one)',
    );
  for (const setting of SETTINGS) addSetting(command, setting);
  command.addHelpText('after', MORE).action(async (given: Record<string, unknown>) => {
    const isSqlite = given['store'] === undefined && !io.env[variableOf('store')];
    if (isSqlite) (await import('../../logins/sqlite-engine.js')).beginSqlite();
    const { start } = await import('../commands/start.js');
    const { config, ...flags } = given;
    done(await start({ flags, ...(typeof config === 'string' && { file: config }) }, io));
  });
};

/** Defaults stay with the configuration: a flag that was not given must not hide the environment or the file. */
function addSetting(command: Command, { key, type, argument, description }: Setting): void {
  if (type === 'boolean' && key === 'entra')
    return void command.option('--no-entra', 'leave the stand-in for Entra ID out');
  const option = new Option(`${flagOf(key)}${argument === undefined ? '' : ` ${argument}`}`, description);
  command.addOption(type === 'number' ? option.argParser(numberOf) : option);
}

function numberOf(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) throw new InvalidArgumentError('Give a number.');
  return number;
}

const MORE = `
Every flag has a variable: --account-code is SAML_REHEARSAL_ACCOUNT_CODE. Flags win over variables, variables over the file.

Examples:
  saml-rehearsal start
  saml-rehearsal start --region us --account-code C1A2 --port 8080
  saml-rehearsal start --no-entra --idp-metadata "https://login.microsoftonline.com/<tenant>/federationmetadata/2007-06/federationmetadata.xml?appid=<app>"
  saml-rehearsal start --port 0 --entra-port 0 --store memory --json`;
