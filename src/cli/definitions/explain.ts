import type { Define } from '../program.js';

export const defineExplain: Define = (program, io, done) => {
  program
    .command('explain')
    .description('Cause, clause and remedy of a check, an Entra error or a SAML status.')
    .argument(
      '[what...]',
      'check id, AADSTS number, status URI, or text that holds one; none: list the checks; -: read stdin',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string[], flags) => {
      const { explain } = await import('../commands/explain.js');
      done(await explain(what, flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal explain
  saml-rehearsal explain audience-matches
  saml-rehearsal explain AADSTS75011
  saml-rehearsal explain urn:oasis:names:tc:SAML:2.0:status:Requester`;
