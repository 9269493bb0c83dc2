'use strict';
/**
 * Loads a file of `chunks/` with what the last build kept of compiling it, which is half the time of a start.
 *
 * V8 takes kept code only from its own version, so each version and architecture has a folder of its own; whoever runs another one, or
 * installed a package that was built with another one, has the files compiled as ever.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const chunks = join(__dirname, 'chunks');
const compiled = join(__dirname, 'compiled', `${process.versions.v8}-${process.arch}`);

/** Jest gives every test file its own `Object`, `Error` and so on: what it tests has to be made of those. */
const isIsolated = new Script('Object').runInThisContext() !== Object;
const isPlain = isIsolated || !existsSync(compiled);

/** @type {Map<string, { exports: Record<string, any>, script?: Script }>} */
const loaded = new Map();

/**
 * @param {string} name of a file in `chunks/`
 * @returns {Record<string, any>}
 */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const file = join(chunks, name);
  if (isPlain) return require(file);
  /** @type {{ exports: Record<string, any>, script?: Script }} */
  const module = { exports: {} };
  loaded.set(name, module);
  const cachedData = read(join(compiled, name));
  module.script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
    { filename: file, ...(cachedData && { cachedData }) },
  );
  const need = (/** @type {string} */ what) => (what.startsWith('./') ? load(what.slice(2)) : require(what));
  module.script.runInThisContext()(module.exports, need, module, file, chunks);
  return module.exports;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { load, loaded, compiled };
