import { Option } from 'commander';
import type { Define } from '../program.js';
import { collected } from './collected.js';

export const defineDecode: Define = (program, io, done) => {
  program
    .command('decode')
    .description('Say what a message is and what it says, pretty-printed. No verdict.')
    .argument('<file|->', 'anything diagnose takes; - is stdin')
    .addOption(
      new Option('--sp-key <file>', 'private key for an encrypted assertion, PEM (repeatable)').argParser(collected),
    )
    .option('--raw', 'print the XML as it is, and nothing else')
    .option('--link', 'print the address that opens it on the Decode page of a running harness; nothing is sent')
    .option('--url <origin>', 'that harness (default: SAML_REHEARSAL_URL, else http://localhost:7010)')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, flags) => {
      const { decode } = await import('../commands/decode.js');
      done(await decode(file, flags, io));
    });
};

const EXAMPLES = `
Examples:
  saml-rehearsal decode response.txt
  pbpaste | saml-rehearsal decode -
  saml-rehearsal decode "https://login.microsoftonline.com/<tenant>/saml2?SAMLRequest=..."
  saml-rehearsal decode encrypted.xml --sp-key sp.key
  open "$(saml-rehearsal decode response.txt --link)"`;
