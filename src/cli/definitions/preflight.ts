import { Option } from 'commander';
import type { Define } from '../program.js';

export const definePreflight: Define = (program, io, done) => {
  program
    .command('preflight')
    .description('Look over both sides before the first login: metadata, certificates, names, clock, request.')
    .option('--idp-metadata <file|url>', 'federation metadata of the IdP; as a URL its server tells the time, too')
    .addOption(
      new Option('--idp-cert <file>', 'certificate entered at the service provider (repeatable)').argParser(
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option('--entity-id <uri>', 'Identifier (Entity ID) as entered')
    .option('--acs <url>', 'Reply URL as entered')
    .option('--request <file>', 'a captured AuthnRequest in any form, to look at as Entra would')
    .option('--at <instant>', 'look at certificates as of this instant (ISO 8601)')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (flags) => {
      const { preflight } = await import('../commands/preflight.js');
      done(await preflight(flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal preflight --idp-metadata "https://login.microsoftonline.com/<tenant>/federationmetadata/2007-06/federationmetadata.xml?appid=<app>" \\
      --entity-id https://eu-api.mimecast.com/sso/C46A75 --acs https://eu-api.mimecast.com/login/saml
  saml-rehearsal preflight --idp-metadata metadata.xml --idp-cert entered.cer`;
