/** The fenced blocks of the documentation, with what stands above them. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Block {
  readonly file: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** What stands behind the fence: `sh`, `text`, `ts` ...; empty for none. */
  readonly language: string;
  readonly text: string;
  /** From `<!-- not run: reason -->` above the block. */
  readonly notRun?: string;
  /** True below `<!-- output -->`: what the block above prints, `…` for lines left out. */
  readonly isOutput: boolean;
}

const FENCE = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^ *```$/gm;

function blocksOf(file: string): Block[] {
  const page = readFileSync(file, 'utf8');
  return [...page.matchAll(FENCE)].map((match) => {
    const [, indent = '', language = '', text = ''] = match;
    const before = page.slice(0, match.index);
    const note = /<!-- (not run: ([^>]+)|output) -->\s*$/.exec(before);
    return {
      file,
      line: before.split('\n').length,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      isOutput: note?.[1] === 'output',
      ...(note?.[2] !== undefined && { notRun: note[2].trim() }),
    };
  });
}

/** Those written by hand: the reference is made from the code and holds no block to be run. The last one changes the code. */
export const PAGES: readonly string[] = [
  ...['README.md', 'SECURITY.md'],
  ...['fixtures/README.md', 'examples/README.md'],
  ...readdirSync('docs', { recursive: true })
    .map((name) => `docs/${String(name)}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/reference/'))
    .sort(),
  'CONTRIBUTING.md',
];

export const blocks: readonly Block[] = PAGES.flatMap(blocksOf);
