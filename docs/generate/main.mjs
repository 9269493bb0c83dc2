// @ts-check
/**
 * Makes docs/reference, the picture of the architecture and the numbers of the README: `npm run docs`. With `--check` nothing is written; the pages that differ are named, and the exit
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
import { readme } from './figures.mjs';
import { libraryPage } from './library.mjs';

const PAGES = {
  'README.md': readme,
  'docs/architecture.svg': architecturePicture,
  'docs/reference/checks.md': checksPage,
  'docs/reference/faults.md': faultsPage,
  'docs/reference/cli.md': cliPage,
  'docs/reference/configuration.md': configurationPage,
  'docs/reference/saml-rehearsal.config.schema.json': configurationSchema,
  'docs/reference/library.md': libraryPage,
  'docs/reference/api.md': apiPage,
  'docs/reference/aadsts.md': aadstsPage,
  'docs/reference/errors.md': errorsPage,
};

const isCheck = process.argv.includes('--check');
const different = Object.entries(PAGES).filter(([name, make]) => {
  const file = new URL(`../../${name}`, import.meta.url);
  const made = make();
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === made;
  if (!isSame && !isCheck) writeFileSync(file, made);
  return !isSame;
});
for (const [name] of different) process.stdout.write(`${name} ${isCheck ? 'is not what the code says' : 'written'}\n`);
if (isCheck && different.length > 0) {
  process.stdout.write('Run `npm run docs` and commit what it writes.\n');
  process.exitCode = 1;
}
