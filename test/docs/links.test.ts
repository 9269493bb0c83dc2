/** A link in the documentation leads somewhere: to a file that is there and to a heading or an anchor in it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PAGES } from './blocks.js';

const REFERENCE = readdirSync('docs/reference')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/reference/${name}`);
const pages = [...PAGES, ...REFERENCE, 'CHANGELOG.md'];

const withoutCode = (text: string) =>
  text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, (code) => code.slice(1, -1));

/** As GitHub makes them of headings. */
const slug = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const anchorsOf = new Map<string, Set<string>>();
function anchors(file: string): Set<string> {
  const known = anchorsOf.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map((match) => slug(match[1] ?? ''));
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1] ?? '');
  const found = new Set([...headings, ...named]);
  anchorsOf.set(file, found);
  return found;
}

function broken(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/^ *```[\s\S]*?^ *```/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links
    .filter((link) => !/^(https?|mailto):/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(target)) return true;
      return anchor !== undefined && (statSync(target).isDirectory() || !anchors(target).has(anchor));
    });
}

describe('Links of the documentation', () => {
  it.each(pages)('%s', (file) => {
    expect(broken(file)).toEqual([]);
  });

  it('reach every page from the index', () => {
    const index = readFileSync('docs/README.md', 'utf8') + readFileSync('README.md', 'utf8');
    const unlinked = pages.filter(
      (file) => /^docs\/(?!decisions\/|README)/.test(file) && !index.includes(file.slice('docs/'.length)),
    );
    expect(unlinked).toEqual([]);
  });
});

describe('The files the documentation names', () => {
  it('are there', () => {
    const named = pages.flatMap((file) => {
      const paths = readFileSync(file, 'utf8').matchAll(
        /`((?:src|test|bench|build|docs|examples|fixtures)\/[\w./-]+)`/g,
      );
      return [...paths].map((match) => `${file}: ${match[1]}`);
    });
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((one) => !existsSync(one.split(': ')[1] ?? ''))).toEqual([]);
  });
});
