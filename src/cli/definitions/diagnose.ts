import type { Define } from '../program.js';
import { addContractFlag, addJudgingFlags } from './judging-flags.js';
import { addReportFlags } from './report-flags.js';

export const defineDiagnose: Define = (program, io, done) => {
  const command = program
    .command('diagnose')
    .description('Run every check on a message and say what is wrong, and who has to change what.')
    .argument(
      '<file...>',
      'raw XML, base64, form body, URL, HAR, SAML-tracer export, login record or page; - is stdin. Several, or a folder of them: all are judged, on all cores, without asking node-saml, and summed up',
    );
  addReportFlags(addContractFlag(addJudgingFlags(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], flags) => {
      const { diagnose } = await import('../commands/diagnose.js');
      done(await diagnose(files, flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal diagnose response.xml --idp-metadata metadata.xml --at issued
  saml-rehearsal diagnose login.har --idp-metadata "https://login.microsoftonline.com/<tenant>/federationmetadata/2007-06/federationmetadata.xml?appid=<app>"
  pbpaste | saml-rehearsal diagnose - --idp-cert entra.cer --entity-id https://eu-api.mimecast.com/sso/C46A75
  saml-rehearsal diagnose response.txt --idp-metadata metadata.xml --reporter html --output report.html
  saml-rehearsal diagnose captured/ --idp-metadata metadata.xml --at issued`;
