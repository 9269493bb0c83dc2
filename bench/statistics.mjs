// @ts-check

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
}

/**
 * How far the middle half of the rounds lies apart, in per cent of their median.
 *
 * @param {readonly number[]} values
 */
export function spread(values) {
  return Math.round(((quantile(values, 0.75) - quantile(values, 0.25)) / median(values)) * 100);
}

/**
 * Slope of log y over log x: 1 when the work grows as its input does.
 *
 * @param {readonly (readonly [number, number])[]} points
 */
export function exponent(points) {
  const logs = points.map(([x, y]) => /** @type {const} */ ([Math.log(x), Math.log(y)]));
  const mean = (/** @type {0 | 1} */ axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const shared = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return shared / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** Two or three digits that mean something. @param {number} value */
export function rounded(value) {
  if (!Number.isFinite(value)) return null;
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
