import request from 'supertest';
import type { HarnessOptions } from '../../src/harness/options.js';
import { aServiceProvider } from './a-service-provider.js';

export const API = '/api/v1';

/** A service provider, what is posted to it, and what its API answers. */
export function anApi(options: HarnessOptions = {}) {
  const { app, sp } = aServiceProvider(options);
  const send = (base64: string) => request(app).post('/login/saml').type('form').send({ SAMLResponse: base64 });
  const get = (path: string) => request(app).get(`${API}${path}`);
  return { app, sp, send, get };
}
