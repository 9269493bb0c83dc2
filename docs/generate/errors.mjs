// @ts-check
import { code, MADE, page, plain, table } from './markdown.mjs';
import { thrownErrors } from './thrown-errors.mjs';

/** @param {readonly string[]} said */
function words(said) {
  const known = new Set(said.map((text) => plain(text.replace(/…(\s*…)+/g, '…'))));
  known.delete('…');
  return [...known].join('<br>') || 'said with the error';
}

export const errorsPage = () =>
  page(
    '# Errors of the program',
    MADE,
    'A misuse or a breakage is a `HarnessError` with a code that does not change, a message and a remedy; the command line prints all ' +
      'three, `--json` and the API as `{ "error": { code, message, remedy } }`. A bad SAML message is never one: it is a recorded, ' +
      'explained login. `…` stands for what is filled in.',
    table(
      ['code', 'message', 'what to do'],
      thrownErrors().map(({ code: name, messages, remedies }) => [
        `<a id="${name.toLowerCase()}"></a>${code(name)}`,
        words(messages),
        words(remedies),
      ]),
    ),
  );
