/** The messages in `fixtures/`, judged again at their own instant: a verdict that changes is seen here. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { diagnoseMessage } from '../src/logins/diagnose-message.js';

interface Fixture {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly accepted: boolean;
  readonly rootCause: string | null;
  readonly failed: readonly string[];
}

const { settings, messages } = JSON.parse(readFileSync('fixtures/index.json', 'utf8')) as {
  settings: { at: string; entityId: string; assertionConsumerServiceUrl: string; metadata: string };
  messages: readonly Fixture[];
};
const metadata = readFileSync(`fixtures/${settings.metadata}`, 'utf8');

describe('A message kept since it was made', () => {
  it.each(messages.map((one) => [one.id, one.title, one] as const))(
    '%s (%s) is judged as it was',
    async (_id, _title, fixture) => {
      const samlResponse = readFileSync(`fixtures/${fixture.file}`, 'utf8').replace(/\n$/, '');
      const { accepted, rootCause, findings } = await diagnoseMessage(
        { binding: 'HTTP-POST', method: 'POST', samlResponse },
        {
          serviceProvider: {
            profile: 'mimecast',
            entityId: settings.entityId,
            assertionConsumerServiceUrl: settings.assertionConsumerServiceUrl,
          },
          identityProvider: { metadata },
          at: new Date(settings.at),
          secondOpinion: false,
        },
      );
      const failed = findings.filter(({ status }) => status === 'fail').map(({ id }) => id);
      expect({ accepted, rootCause, failed }).toEqual({
        accepted: fixture.accepted,
        rootCause: fixture.rootCause,
        failed: fixture.failed,
      });
    },
  );

  it('comes without any private key', () => {
    for (const { file } of messages) expect(readFileSync(`fixtures/${file}`, 'latin1')).not.toContain('PRIVATE KEY');
  });
});
