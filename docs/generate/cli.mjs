// @ts-check
import { createProgram } from '../../dist/cli/program.js';
import { code, fenced, MADE, page, plain, table } from './markdown.mjs';

/** @param {import('commander').Command} command */
function section(command) {
  const { registeredArguments: given } = command;
  const options = command.options.filter(({ hidden }) => !hidden);
  const more = addedHelp(command);
  return [
    `## ${command.name()}`,
    plain(command.description()),
    fenced(`saml-rehearsal ${command.name()} ${command.usage()}`),
    given.length > 0 &&
      table(
        ['argument', 'meaning'],
        given.map((argument) => [code(argument.name()), plain(argument.description)]),
      ),
    options.length > 0 &&
      table(
        ['option', 'meaning', 'default'],
        options.map((option) => [code(option.flags), meaning(option), byDefault(option)]),
      ),
    more !== '' && fenced(more),
  ];
}

/** @param {import('commander').Option} option */
const meaning = ({ description, argChoices }) =>
  plain(description) + (argChoices ? `: ${argChoices.map(code).join(', ')}` : '');

/** @param {import('commander').Option} option */
const byDefault = ({ defaultValue, negate }) =>
  negate || defaultValue === undefined || defaultValue === false ? '' : code(defaultValue);

/** What stands below the flags in `--help`. @param {import('commander').Command} command */
function addedHelp(command) {
  let said = '';
  command.configureOutput({
    writeOut: (text) => {
      said += text;
    },
  });
  command.outputHelp();
  return said.slice(command.helpInformation().length).trim();
}

const io = { stdout: { write() {} }, stderr: { write() {} }, env: { NO_COLOR: '1' } };

export function cliPage() {
  const program = createProgram(/** @type {any} */ (io), () => {});
  return page(
    '# Command line',
    MADE,
    plain(program.description()),
    table(
      ['command', 'what it does'],
      program.commands.map((command) => [`[${command.name()}](#${command.name()})`, plain(command.description())]),
    ),
    fenced(addedHelp(program)),
    'Settings of `start` can also stand in the environment or in a file: [configuration](configuration.md).',
    ...program.commands.flatMap(section),
  );
}
