/** A request that comes in while the harness is stopping: its connection was there before, its wait was not. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aServiceProvider } from './a-service-provider.js';

const { app } = aServiceProvider({}, { stopping: AbortSignal.abort() });
const asked = (path: string) => request(app).get(path).timeout(4_000);

describe('While the harness is stopping', () => {
  it('a wait for the next login ends at once, with nothing', async () => {
    expect((await asked('/api/v1/logins/next?timeout=300')).status).toBe(204);
  });

  it('live updates end after their first line', async () => {
    const { status, text } = await asked('/api/v1/events');
    expect([status, text]).toEqual([200, 'retry: 1000\n\n']);
  });
});
