import type { Witness } from './probe-options.js';
import { createVisitor, type Page, type Visitor } from './visitor.js';

/** What somebody sees who is signed in, and somebody who is not: two pages to compare every other with. */
export interface Standards {
  readonly stranger: Page;
  readonly signedIn: Page;
}

export interface Sighting {
  readonly outcome: 'let-in' | 'refused' | 'unclear';
  readonly evidence: string;
}

/** The page by which a login is judged, as this visitor sees it after landing. */
export async function witnessPage(
  witness: Witness,
  visitor: Visitor,
  landed: Page,
  mayVisit: (url: URL) => boolean,
  opened: string,
): Promise<Page> {
  if (witness.kind === 'words') return landed;
  if (witness.kind === 'page') return visitor.open(witness.url);
  const value = visitor.cookies.get(witness.name);
  return createVisitor(mayVisit, value === undefined ? new Map() : new Map([[witness.name, value]])).open(opened);
}

/** Which of the two the page is. A status code says nothing: blind service providers answer 200, strict ones redirect. */
export function judgeSighting(witness: Witness, page: Page, { stranger, signedIn }: Standards): Sighting {
  if (witness.kind === 'words') {
    const found = witness.pattern.exec(page.text)?.[0].slice(0, 80);
    return found === undefined
      ? { outcome: 'refused', evidence: `no ${witness.pattern} on ${page.url}` }
      : { outcome: 'let-in', evidence: `"${found}" on ${page.url}` };
  }
  const what = witness.kind === 'cookie' ? `cookie ${witness.name} alone` : `the session`;
  const [asIn, asStranger] = [likeness(page, signedIn), likeness(page, stranger)];
  if (asIn > asStranger) return { outcome: 'let-in', evidence: `${what} opens ${page.url} as after the good response` };
  if (asIn < asStranger) return { outcome: 'refused', evidence: `${what} shows ${page.url} as to a stranger` };
  return {
    outcome: 'unclear',
    evidence: `${page.url} is neither the page of a stranger nor that of somebody signed in`,
  };
}

/** 0 to 2: the same address counts one, the words in common up to one. */
function likeness(one: Page, other: Page): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  const words = a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
  return Number(addressOf(one) === addressOf(other)) + words;
}

const wordsOf = ({ text }: Page): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}@._-]+/gu) ?? []);

function addressOf({ url, leavesFor }: Page): string {
  const { origin, pathname } = new URL(leavesFor ?? url);
  return origin + pathname;
}

export const isSamePage = ({ stranger, signedIn }: Standards): boolean => likeness(stranger, signedIn) > 1.999;
