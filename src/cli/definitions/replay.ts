import type { Define } from '../program.js';
import { addJudgingFlags } from './judging-flags.js';

export const defineReplay: Define = (program, io, done) => {
  const command = program
    .command('replay')
    .description(
      'Judge a recorded login again, at its own instant and with its own settings; flags change single ones.',
    )
    .argument('<record|->', 'a login record as "logins <id> --json" prints it; - is stdin');
  addJudgingFlags(command)
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, flags) => {
      const { replay } = await import('../commands/replay.js');
      done(await replay(file, flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal replay record.json
  saml-rehearsal replay record.json --clock-skew 300
  saml-rehearsal logins latest --json | saml-rehearsal replay - --idp-metadata new-metadata.xml`;
