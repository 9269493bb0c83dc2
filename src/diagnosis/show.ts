/** Values of a message as text for people: nothing invisible stays invisible, nothing can take over a terminal or a sentence. */

const PICTURES: Readonly<Record<string, string>> = {
  '\t': '⇥',
  '\n': '␤',
  '\r': '␍',
  '\u00A0': '⍽',
  '\u2028': '␤',
  '\u2029': '␤',
};
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00A0\u00AD\u061C\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uFFF9-\uFFFB]/g;
/** Nothing to make visible, as in nearly every value: printable ASCII without outer spaces. */
const ORDINARY = /^[!-~](?:[ -~]*[!-~])?$/;
const LONGEST = 300;

/** A value with every invisible character made visible: tab ⇥, line end ␤, no-break space ⍽, others as `<U+200B>`; outer spaces as ␠. */
export function visible(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(/^ +| +$/g, (spaces) => '␠'.repeat(spaces.length)).replace(UNSEEN, picture);
}

/** `visible`, and cut when longer than anyone would read. */
export function show(text: string, longest: number = LONGEST): string {
  if (text === '') return '(empty)';
  const cut = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
  return visible(cut);
}

/** `1 audience`, `2 audiences`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** The last segment of a URI, by which people call algorithms and claims. */
export function lastSegment(uri: string): string {
  return /([^/#:]+)[/#:]*$/.exec(uri)?.[1] ?? uri;
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  return PICTURES[character] ?? `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
