import type { Define } from '../program.js';

export const defineBrowser: Define = (program, io, done) => {
  program
    .command('browser')
    .description('Open Chromium with the vendor’s host names leading to a harness that runs with --verbatim.')
    .option('--url <origin>', 'the harness (default: SAML_REHEARSAL_URL, else http://localhost:7010)')
    .option('--token <token>', 'its token (default: SAML_REHEARSAL_TOKEN)')
    .option('--chromium <file>', 'the browser to open (default: SAML_REHEARSAL_CHROMIUM, else the usual places)')
    .option('--dry-run', 'only print the command line')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (flags) => {
      const { browser } = await import('../commands/browser.js');
      done(await browser(flags, io));
    });
};

const EXAMPLES = `
The profile is thrown away afterwards. Nothing is forwarded to the real hosts: their names lead to this machine.

Examples:
  saml-rehearsal start --verbatim --region eu --account-code C46A75
  saml-rehearsal browser
  saml-rehearsal browser --dry-run`;
