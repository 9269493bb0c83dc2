import { InvalidArgumentError, Option } from 'commander';
import { mimecast } from '../../sp/mimecast.js';
import type { Define } from '../program.js';
import { collected } from './collected.js';

export const PREFLIGHT_REPORTERS = ['text', 'json', 'junit', 'github'] as const;

export const definePreflight: Define = (program, io, done) => {
  program
    .command('preflight')
    .description(
      'Look over both sides before the first login: metadata, certificates, names, clock, reachability, ports, request. What no flag says is taken from the environment and the configuration file, as by start.',
    )
    .option('--idp-metadata <file|url>', 'federation metadata of the IdP; as a URL its server tells the time, too')
    .option('--idp-cert <file>', 'certificate entered at the service provider (repeatable)', collected)
    .option('--entity-id <uri>', 'Identifier (Entity ID) as entered')
    .option('--acs <url>', 'Reply URL as entered')
    .option(
      '--account-code <code>',
      'Mimecast account code: what Entra has to hold is said, and what was entered compared',
    )
    .addOption(
      new Option('--region <region>', 'its region (default: eu)').choices(mimecast.regions.map(({ id }) => id)),
    )
    .option('--sign-on-url <url>', 'Sign-on URL as entered; "" when the field is empty')
    .option('--password-protected-context', 'Use Password Protected Context is ticked')
    .option('--no-password-protected-context', 'Use Password Protected Context is not ticked')
    .option('--integrated-context', 'Use Integrated Authentication Context is ticked')
    .option('--no-integrated-context', 'Use Integrated Authentication Context is not ticked')
    .option('--reach', 'ask whether each URL answers (default: only when the metadata is a URL)')
    .option('--no-reach', 'ask no URL whether it answers')
    .addOption(new Option('--port <port>', 'port of the service provider (default: 7010)').argParser(portOf))
    .addOption(new Option('--entra-port <port>', 'port of the stand-in (default: 7011)').argParser(portOf))
    .addOption(new Option('--tls-port <port>', 'port of a verbatim rehearsal, when it is one').argParser(portOf))
    .option('--request <file>', 'a captured AuthnRequest in any form, to look at as Entra would')
    .option('--at <instant>', 'look at certificates as of this instant (ISO 8601)')
    .addOption(new Option('--reporter <name>', 'form of the answer').choices(PREFLIGHT_REPORTERS).default('text'))
    .option('--output <file>', 'write the answer there instead of to stdout')
    .option('--json', 'short for --reporter json')
    .addHelpText('after', EXAMPLES)
    .action(async (flags) => {
      const { preflight } = await import('../commands/preflight.js');
      done(await preflight(flags, io));
    });
};

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a port: 0 to 65535.');
}

const EXAMPLES = `
Examples:
  saml-rehearsal preflight --idp-metadata "https://login.microsoftonline.com/<tenant>/federationmetadata/2007-06/federationmetadata.xml?appid=<app>" \\
      --entity-id https://eu-api.mimecast.com/sso/C46A75 --acs https://eu-api.mimecast.com/login/saml
  saml-rehearsal preflight --idp-metadata metadata.xml --idp-cert entered.cer`;
