// @ts-check
/** The rooms under src/ and who may import whom, read from the table of docs/architecture.md: that table is the rule. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Room
 * @property {string} name
 * @property {string} what
 * @property {readonly string[]} mayImport rooms by name; `*` for all
 * @property {boolean} isForEveryone every room may import it
 */

const ROW = /^\| (`[^|]*`) +\| ([^|]*?) +\| ([^|]*?) +\|$/gm;

/** @returns {readonly Room[]} in the order of the table */
export function readLayers(file = new URL('../architecture.md', import.meta.url)) {
  /** @type {Room[]} */
  const rooms = [];
  for (const [, names = '', what = '', rule = ''] of readFileSync(file, 'utf8').matchAll(ROW)) {
    const above = rooms.map(({ name }) => name);
    for (const [, name = ''] of names.matchAll(/`(\w+)`/g)) {
      rooms.push({ name, what, mayImport: allowed(rule, above), isForEveryone: rule.includes('everyone may import') });
    }
  }
  return rooms;
}

/** @param {string} rule @param {readonly string[]} above @returns {string[]} */
function allowed(rule, above) {
  const [words = ''] = rule.split(';');
  return words.split(', ').flatMap((word) => {
    if (word === 'nothing') return [];
    if (word === 'everything') return ['*'];
    return word === 'all of the above' ? above : [word];
  });
}
