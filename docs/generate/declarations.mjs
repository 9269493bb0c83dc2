// @ts-check
/** What a module exports, as its declaration file has it: the docstring and the declaration, found through re-exports. */
import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, docstring: string, text: string }} Declaration */

/** @param {URL} file a `.d.ts` file @returns {Declaration[]} in the order of its exports */
export function declarationsOf(file) {
  const text = readFileSync(file, 'utf8');
  const lists = text.matchAll(/^export (type )?\{([^}]*)\} from '([^']+)';$/gm);
  return [...lists].flatMap(([, , names = '', from = '']) => {
    const source = new URL(from.replace(/\.js$/, '.d.ts'), file);
    return names.split(',').map((item) => {
      const [, name = '', as] = /(?:type )?(\w+)(?: as (\w+))?/.exec(item.trim()) ?? [];
      const found = declaration(name, source);
      return as ? { ...found, name: as, text: found.text.replace(`function ${name}(`, `function ${as}(`) } : found;
    });
  });
}

/** @param {string} name @param {URL} file @returns {Declaration} */
export function declaration(name, file) {
  const text = readFileSync(file, 'utf8');
  const begin = new RegExp(`^export (declare )?(class|interface|type|function|const) ${name}\\b`, 'm').exec(text);
  if (!begin) {
    const again = declarationsOf(file).find((one) => one.name === name);
    if (again) return again;
    throw new Error(`${name} is not declared in ${file}`);
  }
  const before = text.slice(0, begin.index);
  const docstring = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1] ?? '';
  return { name, docstring: unstarred(docstring), text: wholeFrom(text.slice(begin.index)) };
}

/** To the end of the braces, or to the semicolon. @param {string} text */
function wholeFrom(text) {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? '';
    if ('{('.includes(letter)) depth++;
    if ('})'.includes(letter)) depth--;
    const isEnd = depth === 0 && (letter === ';' || (letter === '}' && text[index + 1] === '\n'));
    if (isEnd) return text.slice(0, index + 1).replace(/^export (declare )?/, '');
  }
  return text;
}

/** @param {string} comment */
const unstarred = (comment) => comment.replace(/^\s*\* ?/gm, '').trim();
