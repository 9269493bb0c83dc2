/** The messages nobody here wrote, where this machine has them; and the announcement where it has not. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from '@jest/globals';

export const corpusFolder = resolve(process.env['SAML_REHEARSAL_CORPUS'] ?? '../shared/corpus');
export const hasCorpus = existsSync(join(corpusFolder, 'cases.json'));

/** A test that needs the corpus: announced by name as skipped where the corpus is absent. */
export function itOverCorpus(name: string, run: () => void | Promise<void>, timeout?: number): void {
  if (hasCorpus) it(name, run, timeout);
  else it.skip(`${name} (skipped: no corpus at ${corpusFolder})`, run);
}

export interface CorpusCase {
  readonly id: string;
  readonly file: string;
  readonly encoding: 'xml' | 'base64' | 'base64-deflate';
  readonly expect: 'accept' | 'reject';
  readonly reason: string;
  readonly idpCert: string;
  readonly spKey?: string;
  readonly checks?: readonly string[];
  readonly only?: boolean;
  readonly policy?: unknown;
  readonly weakLabel?: unknown;
}

export function corpusCases(): readonly CorpusCase[] {
  return JSON.parse(readFileSync(join(corpusFolder, 'cases.json'), 'utf8'));
}

/** Text of a file named in a case: relative to the corpus' `public` folder. */
export function corpusPublic(path: string): string {
  return readFileSync(join(corpusFolder, 'public', path), 'utf8');
}

export function corpusText(path: string): string {
  return readFileSync(join(corpusFolder, path), 'utf8');
}

/** Every text in the corpus that is XML, or base64 of XML, with its name. */
export function corpusXml(): { readonly name: string; readonly text: string }[] {
  return filesUnder(corpusFolder).flatMap((path) => {
    const raw = readFileSync(path, 'utf8').trim();
    const name = path.slice(corpusFolder.length + 1);
    if (raw.startsWith('<')) return [{ name, text: raw }];
    if (!/^[A-Za-z0-9+/=\s]+$/.test(raw)) return [];
    const text = Buffer.from(raw, 'base64').toString('utf8');
    return text.trimStart().startsWith('<') ? [{ name, text }] : [];
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}
