// @ts-check
/** Markdown as GitHub reads it, from texts that know nothing of it. */

/** @param {unknown} text one line, safe in a sentence and in a cell */
export const plain = (text) =>
  String(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/([*|\\])/g, '\\$1');

/** @param {unknown} text */
export const code = (text) => `\`${String(text).replace(/\|/g, '\\|')}\``;

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows Markdown already
 */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @param {readonly (string | false | undefined)[]} blocks */
export const page = (...blocks) => `${blocks.filter(Boolean).join('\n\n')}\n`;

/** @param {string} text */
export const fenced = (text, language = 'text') => `\`\`\`${language}\n${text}\n\`\`\``;

export const MADE = '<!-- Made by `npm run docs` from the code. Change the code, not this page. -->';
