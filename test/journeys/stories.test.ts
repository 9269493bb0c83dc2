/** Every story is told: the right root cause, the right side, in words. `npm run stories` prints the table. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { ENTRA_STORIES } from './entra-stories.js';
import type { Told } from './story.js';
import { USER_STORIES } from './user-stories.js';

const told: { id: string; title: string; told: Told }[] = [];

describe.each([
  ['of the Entra reference', ENTRA_STORIES],
  ['of what users ask for', USER_STORIES],
])('The failure stories %s', (_name, stories) => {
  it.each(stories.map((story) => [story.id, story.title, story] as const))('%s: %s', async (_id, _title, story) => {
    const answer = await story.tell();
    told.push({ id: story.id, title: story.title, told: answer });
    expect({ cause: answer.cause, sentence: answer.sentence }).toMatchObject({ cause: story.cause });
    expect(answer.sentence).toMatch(story.says);
    expect(answer.side).toBe(story.side);
  });
});

it('There are twenty of Entra’s and every row about a message of the users’', () => {
  expect(ENTRA_STORIES).toHaveLength(20);
  expect(USER_STORIES.length).toBeGreaterThanOrEqual(20);
});

afterAll(() => {
  if (process.env['npm_lifecycle_event'] !== 'stories') return;
  const rows = told.map(
    ({ id, title, told: { cause, side } }) => `${id.padEnd(5)}${cause.padEnd(32)}${side.padEnd(20)}${title}`,
  );
  process.stdout.write(
    `\n${'story root cause                      who                 what happened'}\n${rows.join('\n')}\n`,
  );
});
