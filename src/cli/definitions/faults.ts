import type { Define } from '../program.js';

export const defineFaults: Define = (program, io, done) => {
  program
    .command('faults')
    .description('List the faults the stand-in for Entra ID can build into an answer, and the checks that catch them.')
    .argument('[search]', 'only those with this in their id, their title or a check they fail')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (search: string | undefined, flags) => {
      const { listFaults } = await import('../commands/faults.js');
      done(listFaults(search, flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal faults
  saml-rehearsal faults audience
  curl -X POST http://127.0.0.1:7011/api/v1/faults -H "Content-Type: application/json" -d '{"faults":["wrong-audience"]}'`;
