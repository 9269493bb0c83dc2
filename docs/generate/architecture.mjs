// @ts-check
/** The picture of docs/architecture.md, drawn from its table. */
import { readLayers } from './layers.mjs';

const BOX = { width: 168, height: 58 };
const GAP = { x: 20, y: 52 };
const WIDTH = 5 * BOX.width + 4 * GAP.x + 40;

/** @typedef {import('./layers.mjs').Room} Room */
/** @typedef {{ x: number, y: number }} Spot upper left corner of a box */

const STYLE = `
  svg { color-scheme: light dark; }
  text { font: 13px system-ui, sans-serif; fill: light-dark(#1c2733, #e6ebf0); text-anchor: middle; }
  .name { font-weight: 650; font-size: 14px; }
  .small { font-size: 11px; fill: light-dark(#4a5866, #a9b6c3); }
  rect { fill: light-dark(#f4f7fa, #1e2833); stroke: light-dark(#8796a5, #6d7f91); rx: 6px; }
  .pure rect { fill: light-dark(#e3f1ee, #17352f); stroke: light-dark(#2f8573, #4fb39f); }
  path { fill: none; stroke: light-dark(#8796a5, #6d7f91); stroke-width: 1.4; marker-end: url(#tip); }
  #tip path { fill: light-dark(#8796a5, #6d7f91); stroke: none; marker-end: none; }`;

/** How far a room is from those that import nothing. @param {Room} room @param {readonly Room[]} rooms @returns {number} */
function height({ mayImport }, rooms) {
  const below = rooms.filter(({ name }) => mayImport.includes(name));
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((room) => height(room, rooms)));
}

/** Rows from the top: right below the last that imports it, or as low as it can be. @param {Room} room @param {readonly Room[]} rooms @returns {number} */
function row(room, rooms) {
  const above = rooms.filter(({ mayImport }) => mayImport.includes(room.name));
  if (above.length > 0) return 1 + Math.max(...above.map((one) => row(one, rooms)));
  return Math.max(...rooms.map((one) => height(one, rooms))) - height(room, rooms);
}

/** The rooms a room leads to directly: those it reaches by no longer way. @param {Room} room @param {readonly Room[]} rooms */
function direct({ mayImport }, rooms) {
  const below = rooms.filter(({ name }) => mayImport.includes(name));
  return below.filter(({ name }) => !below.some((other) => other.mayImport.includes(name)));
}

/** @param {Room} room */
const shortly = ({ what }) => (what.split(/[:.;]/)[0] ?? '').replace(/^(.{16,26}) .*$/, '$1 …');

/** @param {Room} room @param {Spot} spot @param {number} [width] */
function box(room, { x, y }, width = BOX.width) {
  const middle = x + width / 2;
  const words = width > BOX.width ? room.what : shortly(room);
  return `<g${room.what.endsWith('Pure') ? ' class="pure"' : ''}><title>${escaped(room.what)}</title><rect x="${x}" y="${y}" width="${width}" height="${BOX.height}"/><text class="name" x="${middle}" y="${y + 25}">${room.name}</text><text class="small" x="${middle}" y="${y + 44}">${escaped(words)}</text></g>`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Straight down, and to the side at the end, so that it passes beside the boxes between. @param {Spot} from @param {Spot} to */
function line(from, to) {
  const [x1, y1, x2, y2] = [from.x + BOX.width / 2, from.y + BOX.height, to.x + BOX.width / 2, to.y - 2];
  const turn = y2 - GAP.y;
  return `<path d="M${x1} ${y1} V${turn} C${x1} ${y2 - 10} ${x2} ${turn + 10} ${x2} ${y2}"/>`;
}

/** Boxes in rows; the rooms whose lines are longest stand at the sides. @param {readonly Room[]} rooms @param {number} top */
function layOut(rooms, top) {
  const rows = Math.max(...rooms.map((room) => row(room, rooms))) + 1;
  const reach = (/** @type {Room} */ room) =>
    Math.max(0, ...direct(room, rooms).map((to) => row(to, rooms) - row(room, rooms)));
  const spots = new Map();
  for (let at = 0; at < rows; at++) {
    const inRow = rooms.filter((room) => row(room, rooms) === at).sort((a, b) => reach(a) - reach(b));
    const fromMiddle = inRow.reduce(
      (/** @type {Room[]} */ done, room, i) => (i % 2 ? [room, ...done] : [...done, room]),
      [],
    );
    const left = (WIDTH - inRow.length * BOX.width - (inRow.length - 1) * GAP.x) / 2;
    fromMiddle.forEach(({ name }, index) => {
      spots.set(name, { x: left + index * (BOX.width + GAP.x), y: top + at * (BOX.height + GAP.y) });
    });
  }
  return { spots, bottom: top + rows * (BOX.height + GAP.y) - GAP.y / 2 };
}

export function architecturePicture() {
  const all = readLayers();
  const shell = all.filter(({ mayImport }) => mayImport.includes('*'));
  const shellNames = shell.map(({ name }) => name);
  const ground = all.filter(({ isForEveryone }) => isForEveryone);
  const rooms = all.filter((room) => !shell.includes(room) && !ground.includes(room));
  const { spots, bottom } = layOut(rooms, 50 + BOX.height + GAP.y / 2);
  const wide = { x: 20, width: WIDTH - 40 };
  const union = (/** @type {readonly Room[]} */ some, /** @type {string} */ what) => ({
    ...{ name: some.map(({ name }) => name).join(' · '), what, mayImport: [], isForEveryone: false },
  });
  const lines = rooms.flatMap((room) =>
    direct(room, rooms).map(({ name }) => line(spots.get(room.name), spots.get(name))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + BOX.height + 20}" role="img" aria-labelledby="title">`,
    '<title id="title">The rooms under src/ and which may import which</title>',
    `<style>${STYLE}\n</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z"/></marker></defs>',
    `<text x="${WIDTH / 2}" y="30">receive → read → diagnose → record → show</text>`,
    box(union(shell, shell[0]?.what ?? ''), { x: wide.x, y: 50 }, wide.width),
    ...lines,
    ...rooms.map((room) => box(withShell(room, shellNames), spots.get(room.name))),
    box(union(ground, 'everyone may import them'), { x: wide.x, y: bottom }, wide.width),
    '</svg>\n',
  ].join('\n');
}

/** A room that also imports from the shell above it says so. @param {Room} room @param {readonly string[]} shell @returns {Room} */
function withShell(room, shell) {
  const also = room.mayImport.filter((name) => shell.includes(name));
  return also.length === 0 ? room : { ...room, name: `${room.name} (+ ${also.join(', ')})` };
}
