// @ts-check
import { declaration, declarationsOf } from './declarations.mjs';
import { fenced, MADE, page, table } from './markdown.mjs';

const built = new URL('../../dist/', import.meta.url);

/** @param {import('./declarations.mjs').Declaration} declaration */
function section({ name, docstring, text }) {
  if (docstring === '') throw new Error(`${name} is public and has no docstring`);
  const silent = membersWithoutWords(text);
  if (silent.length > 0) throw new Error(`of ${name} these are public and have no docstring: ${silent.join(', ')}`);
  return [`## ${name}`, prose(docstring), fenced(text, 'ts')];
}

/** @param {string} text */
function membersWithoutWords(text) {
  const members = text.startsWith('interface') ? text.matchAll(/(\*\/)?\n {4}(?:readonly )?(\w+)\??[:(]/g) : [];
  return [...members].flatMap(([, words, name = '']) => (words === undefined ? [name] : []));
}

/** The tags of a docstring as a list. @param {string} docstring */
function prose(docstring) {
  const [words = '', ...tags] = docstring.split(/^@(?=throws|param|returns)/m);
  const list = tags.map((tag) => `- _${tag.trim().replace(/\s+/g, ' ').replace(' ', '_: ')}`);
  return [words.trim(), list.join('\n')].filter((text) => text !== '').join('\n\n');
}

export function libraryPage() {
  const declarations = declarationsOf(new URL('index.d.ts', built));
  const matchers = [declaration('SamlMatchers', new URL('testing/matcher-types.d.ts', built))];
  return page(
    '# Library',
    MADE,
    'What `saml-rehearsal` exports, and the matchers that importing `saml-rehearsal/jest` or `saml-rehearsal/vitest` adds to `expect`.',
    table(
      ['name', ''],
      [...declarations, ...matchers].map(({ name, docstring }) => [
        `[\`${name}\`](#${name.toLowerCase()})`,
        (/^[\s\S]*?\.(?=\s|$)/.exec(docstring)?.[0] ?? docstring).replace(/\s+/g, ' '),
      ]),
    ),
    ...declarations.flatMap(section),
    ...matchers.flatMap(section),
  );
}
