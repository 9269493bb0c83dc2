import type { Define } from '../program.js';
import { addContractFlag, addJudgingFlags } from './judging-flags.js';
import { addReportFlags } from './report-flags.js';

export const defineReplay: Define = (program, io, done) => {
  const command = program
    .command('replay')
    .description(
      'Judge a recorded login again, at its own instant and with its own settings; flags change single ones.',
    )
    .argument('<record|->', 'a login record as start --record, or logins <id> --record writes it; - is stdin');
  addReportFlags(addContractFlag(addJudgingFlags(command)))
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
