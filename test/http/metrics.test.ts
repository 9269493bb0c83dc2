/** What Prometheus reads: that it can be read, that it counts what happened, and that nobody outside makes it grow. */
import { describe, expect, it } from '@jest/globals';
import type { Express } from 'express';
import request from 'supertest';
import { createMetrics } from '../../src/http/metrics/metrics.js';
import { HarnessError } from '../../src/index.js';
import { aResponse } from '../a-response.js';
import { aServiceProvider } from './a-service-provider.js';

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The text format 0.0.4, read strictly: every line is a comment of the two kinds or a sample of a metric that was announced. */
function parsed(text: string): Sample[] {
  const types = new Map<string, string>();
  const helped = new Set<string>();
  const samples: Sample[] = [];
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, kind, about = '', rest = ''] = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line) ?? [];
    if (kind === 'HELP') helped.add(about);
    else if (kind === 'TYPE') types.set(about, rest);
    else samples.push(sampleOf(line));
  }
  for (const { name } of samples) {
    const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
    expect([name, types.get(family), helped.has(family)]).toEqual([
      name,
      expect.stringMatching(/^(counter|gauge|histogram|summary)$/),
      true,
    ]);
  }
  return samples;
}

function sampleOf(line: string): Sample {
  const [, name, inBraces = '', value = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === undefined) throw new Error(`this is no sample: ${line}`);
  const labels = Object.fromEntries(
    [...inBraces.matchAll(/(\w+)="((?:[^"\\]|\\.)*)",?/g)].map(([, label, text]) => [label, text]),
  );
  return {
    name,
    labels,
    value: value === 'Nan' || value === 'NaN' ? Number.NaN : Number(value.replace('+Inf', 'Infinity')),
  };
}

async function scrape(app: Express) {
  const answer = await request(app)
    .get('/metrics')
    .expect(200)
    .expect('Content-Type', /^text\/plain; version=0\.0\.4/);
  const samples = parsed(answer.text);
  const value = (name: string, labels: Record<string, string> = {}) =>
    samples.find(
      (one) => one.name === name && Object.entries(labels).every(([label, text]) => one.labels[label] === text),
    )?.value;
  return { samples, value, text: answer.text };
}

const good = aResponse({ unsolicited: true }).base64;
const forOther = () => aResponse({ unsolicited: true, basics: { audience: 'https://other.test' } }).base64;
const post = (app: Express, samlResponse: string) =>
  request(app).post('/login/saml').type('form').send({ SAMLResponse: samlResponse });

describe('/metrics', () => {
  it('counts logins by verdict and root cause, also those before anybody asked', async () => {
    const { app } = aServiceProvider();
    await post(app, good);
    for (const response of [forOther(), forOther(), 'no base64']) await post(app, response);
    const { value, samples } = await scrape(app);
    const logins = (outcome: string, root_cause: string) =>
      value('saml_rehearsal_logins_total', { outcome, root_cause, flow: 'idp-initiated' });
    expect(logins('accepted', 'none')).toBe(1);
    expect(logins('refused', 'audience-matches')).toBe(2);
    expect(logins('refused', 'message-decodes')).toBe(1);
    expect(samples.filter(({ name }) => name === 'saml_rehearsal_logins_total')).toHaveLength(3);
    await post(app, forOther());
    expect((await scrape(app)).value('saml_rehearsal_logins_total', { root_cause: 'audience-matches' })).toBe(3);
  });

  it('has how long logins took as a histogram whose buckets add up', async () => {
    const { app } = aServiceProvider();
    for (const response of [good, forOther(), forOther()]) await post(app, response);
    const { value, samples } = await scrape(app);
    const refused = { outcome: 'refused' };
    expect(value('saml_rehearsal_login_duration_seconds_count', refused)).toBe(2);
    expect(value('saml_rehearsal_login_duration_seconds_sum', refused)).toBeGreaterThan(0);
    const buckets = samples.filter(
      ({ name, labels }) => name === 'saml_rehearsal_login_duration_seconds_bucket' && labels['outcome'] === 'refused',
    );
    const counts = buckets.map(({ value: count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect([buckets.at(-1)?.labels['le'], counts.at(-1)]).toEqual(['+Inf', 2]);
  });

  it('has the store: its size, its work, and whether it answers', async () => {
    const { app } = aServiceProvider();
    await post(app, good);
    const { value } = await scrape(app);
    expect([value('saml_rehearsal_store_up'), value('saml_rehearsal_stored_logins')]).toEqual([1, 1]);
    expect(value('saml_rehearsal_stored_bytes')).toBeGreaterThan(good.length);
    const recorded = { operation: 'record', outcome: 'done' };
    expect(value('saml_rehearsal_store_operation_duration_seconds_count', recorded)).toBe(1);
  });

  it('answers when the store does not, and says so', async () => {
    const { sp } = aServiceProvider();
    const gone = () => Promise.reject(new HarnessError('STORE_UNUSABLE', 'gone', 'wait'));
    const metrics = createMetrics(() => gone().catch(() => undefined));
    const { app } = aServiceProvider(
      {},
      { metrics, memory: { ...sp.memory, logins: { ...sp.memory.logins, size: gone } } },
    );
    const { value } = await scrape(app);
    expect([value('saml_rehearsal_store_up'), value('saml_rehearsal_stored_logins')]).toEqual([0, Number.NaN]);
  });

  it('counts requests by the pattern of their path: whoever invents paths and methods makes no new series', async () => {
    const { app } = aServiceProvider();
    for (const path of ['/a', '/b', '/c?d=e', '/api/v1/logins/x', '/api/v1/logins/y', '/api/v1/nothing'])
      await request(app).get(path);
    await request(app).patch('/login/saml');
    await post(app, 'x');
    const { value, samples, text } = await scrape(app);
    const requests = (route: string, status: string, method = 'GET') =>
      value('saml_rehearsal_requests_total', { method, route, status });
    expect(requests('/api/v1/logins/:id', '404')).toBe(2);
    expect(requests('none', '404')).toBe(4);
    expect(requests('/login/saml', '405', 'other')).toBe(1);
    expect(requests('/login/saml', '403', 'POST')).toBe(1);
    expect(samples.filter(({ name }) => name === 'saml_rehearsal_requests_total')).toHaveLength(4);
    expect(text).not.toMatch(/\/a"|\/x"|nothing/);
  });

  it('holds nothing of anybody: numbers, verdicts and names of ours', async () => {
    const { app } = aServiceProvider();
    await post(app, good);
    const { text } = await scrape(app);
    expect(text).not.toMatch(/contoso|C46A75|sts\.windows/i);
  });

  it('is asked for the token where there is one, as the API is', async () => {
    const { app } = aServiceProvider({ token: 'a-long-random-token' });
    await request(app).get('/metrics').expect(401);
    await request(app).get('/metrics').set('Authorization', 'Bearer a-long-random-token').expect(200);
  });

  it('has the process too, by the names every dashboard knows', async () => {
    const { value } = await scrape(aServiceProvider().app);
    for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds']) {
      expect([name, value(name)]).toEqual([name, expect.any(Number)]);
    }
  });
});
