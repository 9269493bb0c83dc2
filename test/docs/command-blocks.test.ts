/**
 * Every ```sh block of README and docs, typed into a copy of the built project by somebody who has nothing else. What needs a tenant,
 * a container engine or minutes is marked `<!-- not run: reason -->` and listed as skipped.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Block, blocks, PAGES } from './blocks.js';
import { createStranger, type Stranger } from './stranger.js';

let stranger: Stranger;
beforeAll(async () => {
  stranger = await createStranger();
}, 30_000);
afterAll(() => stranger.leave());

const nameOf = ({ line, text }: Block) => `line ${line}: ${text.trim().split('\n')[0]}`;

/** The documented output block that follows, if there is one. */
function outputOf(block: Block): string | undefined {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.file === block.file && next.isOutput ? next.text : undefined;
}

/** Each line as it stands, in this order; `…` alone on a line stands for any number of lines. */
function expectLines(said: string, documented: string): void {
  let rest = said.split('\n').map((line) => line.trimEnd());
  for (const part of documented.split(/^ *…\n/m).map((text) => text.trimEnd().split('\n'))) {
    const from = rest.findIndex((_, index) => part.every((line, offset) => rest[index + offset] === line));
    if (from < 0) throw new Error(`it does not say\n${part.join('\n')}\nin\n${rest.join('\n')}`);
    rest = rest.slice(from + part.length);
  }
}

describe.each(PAGES.filter((file) => blocks.some((block) => block.file === file && block.language === 'sh')))(
  '%s',
  (file) => {
    const commands = blocks.filter((block) => block.file === file && block.language === 'sh');
    afterAll(() => stranger.rest());

    for (const block of commands) {
      if (block.notRun !== undefined) {
        it.skip(`${nameOf(block)} (${block.notRun})`, () => {});
        continue;
      }
      it(nameOf(block), async () => {
        const { code, said } = await stranger.run(block.text);
        const documented = outputOf(block);
        if (documented !== undefined) expectLines(said, documented);
        // 1 is the verdict of a message with something wrong in it, and then the output has to be documented.
        expect({ code: documented !== undefined && code === 1 ? 0 : code, said }).toMatchObject({ code: 0 });
      }, 120_000);
    }
  },
);

describe('Every block', () => {
  it('says what it is, so that what can be run is run', () => {
    const bare = blocks.filter(({ language }) => language === '').map(({ file, line }) => `${file}:${line}`);
    expect(bare).toEqual([]);
  });

  it('that is said to be output stands below a command', () => {
    const lost = blocks.filter((block, index) => block.isOutput && blocks[index - 1]?.language !== 'sh');
    expect(lost).toEqual([]);
  });
});
