/** What `/api/v1` of the stand-in does, in OpenAPI 3.1. */

import type { Schema } from '../../../api/openapi/describe.js';
import { openApiDocument } from '../../../api/openapi/document.js';
import { entraPaths } from './paths.js';
import { entraSchemas } from './schemas.js';

/** The description of the stand-in's API. */
export function entraOpenApi(): Schema {
  return openApiDocument({
    title: 'saml-rehearsal: stand-in for Entra ID',
    description: 'The enterprise application, users and groups, and what the next logins are like.',
    paths: entraPaths,
    schemas: entraSchemas,
  });
}
