// @ts-check

/**
 * Columns as wide as they have to be; words to the left, numbers to the right.
 *
 * @param {readonly string[]} heads
 * @param {readonly (readonly (string | number | null | undefined)[])[]} rows
 */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map((cell) => (cell == null ? '' : cell.toLocaleString('en'))));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isWords = (/** @type {number} */ column) => rows.every((row) => typeof row[column] === 'string');
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => (isWords(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
