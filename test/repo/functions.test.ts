/** No function of the product is longer than forty lines, from its first to its last; components are functions too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseAst } from 'rolldown/parseAst';

const MAX_LINES = 40;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

/** First line and length of every function that is too long. */
function longFunctions(text: string, lang: 'ts' | 'tsx'): string[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return [...nodesIn(parseAst(text, { lang }))]
    .filter(({ type, body }) => type.includes('Function') && isNode(body))
    .map(({ start, end }) => ({ from: lineAt(start), lines: text.slice(start, end).split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ from, lines }) => `line ${from}: ${lines} lines`);
}

const functionOf = (lines: number) => `function long() {\n${'  step();\n'.repeat(lines - 2)}}\n`;

describe('A function', () => {
  it('that is too long is seen, wherever it stands', () => {
    expect(longFunctions(functionOf(MAX_LINES), 'ts')).toEqual([]);
    expect(longFunctions(`\n${functionOf(MAX_LINES + 1)}`, 'ts')).toEqual(['line 2: 41 lines']);
    const method = `export const a = { b: [async ${functionOf(60).replace('long', '')}] };`;
    expect(longFunctions(method, 'tsx')).toEqual(['line 1: 60 lines']);
  });

  it('of the product has at most forty lines', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const long = files.flatMap((name) =>
      longFunctions(readFileSync(join('src', name), 'utf8'), name.endsWith('x') ? 'tsx' : 'ts').map(
        (what) => `${name}, ${what}`,
      ),
    );
    expect(files.length).toBeGreaterThan(500);
    expect(long).toEqual([]);
  });
});
