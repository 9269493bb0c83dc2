/** Every story is told: the right root cause, the right side, in words. `npm run stories` prints the table. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { ADDRESS_STORIES } from './address-stories.js';
import { ENTRA_STORIES } from './entra-stories.js';
import { SIGNATURE_STORIES } from './signature-stories.js';
import type { Told } from './story.js';
import { USER_STORIES } from './user-stories.js';

const told: { id: string; title: string; told: Told }[] = [];

describe.each([
  ['of logins in Entra', ENTRA_STORIES],
  ['of a response for something else', ADDRESS_STORIES],
  ['of signatures', SIGNATURE_STORIES],
  ['of users and refusals', USER_STORIES],
])('The failure stories %s', (_name, stories) => {
  it.each(stories.map((story) => [story.id, story.title, story] as const))('%s: %s', async (_id, _title, story) => {
    const answer = await story.tell();
    told.push({ id: story.id, title: story.title, told: answer });
    expect({ cause: answer.cause, sentence: answer.sentence }).toMatchObject({ cause: story.cause });
    expect(answer.sentence).toMatch(story.says);
    expect(answer.side).toBe(story.side);
  });
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
