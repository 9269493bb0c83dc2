// @ts-check
/**
 * Makes docs/reference and the picture of the architecture from the code: `npm run docs`. With `--check` nothing is written; the pages that differ are named, and the exit
 * code is 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { aadstsPage } from './aadsts.mjs';
import { apiPage } from './api.mjs';
import { architecturePicture } from './architecture.mjs';
import { checksPage } from './checks.mjs';
import { cliPage } from './cli.mjs';
import { configurationPage, configurationSchema } from './configuration.mjs';
import { errorsPage } from './errors.mjs';
import { faultsPage } from './faults.mjs';
import { libraryPage } from './library.mjs';

const PAGES = {
  'architecture.svg': architecturePicture,
  'reference/checks.md': checksPage,
  'reference/faults.md': faultsPage,
  'reference/cli.md': cliPage,
  'reference/configuration.md': configurationPage,
  'reference/saml-rehearsal.config.schema.json': configurationSchema,
  'reference/library.md': libraryPage,
  'reference/api.md': apiPage,
  'reference/aadsts.md': aadstsPage,
  'reference/errors.md': errorsPage,
};

const isCheck = process.argv.includes('--check');
const different = Object.entries(PAGES).filter(([name, make]) => {
  const file = new URL(`../${name}`, import.meta.url);
  const made = make();
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === made;
  if (!isSame && !isCheck) writeFileSync(file, made);
  return !isSame;
});
for (const [name] of different)
  process.stdout.write(`docs/${name} ${isCheck ? 'is not what the code says' : 'written'}\n`);
if (isCheck && different.length > 0) {
  process.stdout.write('Run `npm run docs` and commit what it writes.\n');
  process.exitCode = 1;
}
