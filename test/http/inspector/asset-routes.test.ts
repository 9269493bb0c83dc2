import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { assetRoutes } from '../../../src/http/inspector/asset-routes.js';

const app = express().use(assetRoutes());

describe('The assets of the pages', () => {
  it.each([
    ['/assets/pico/pico.min.css', /css/],
    ['/assets/theme.css', /css/],
    ['/assets/page.css', /css/],
    ['/assets/copy.js', /javascript/],
    ['/assets/auto-submit.js', /javascript/],
    ['/assets/icon.svg', /svg/],
    ['/assets/plex-sans/font.css', /css/],
    ['/assets/plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2', /woff2/],
    ['/assets/plex-mono/400.css', /css/],
    ['/assets/plex-mono/600.css', /css/],
  ])('%s is served by us', async (path, type) => {
    const response = await request(app).get(path);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(type);
  });

  it('a path that leaves the folder is not found', async () => {
    const response = await request(app).get('/assets/%2e%2e/%2e%2e/%2e%2e/package.json');
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.text).not.toContain('saml-rehearsal');
  });

  it('no stylesheet of ours asks another host', async () => {
    for (const path of ['/assets/theme.css', '/assets/page.css', '/assets/plex-sans/font.css']) {
      expect((await request(app).get(path)).text).not.toMatch(/url\(['"]?(https?:)?\/\//);
    }
  });
});
