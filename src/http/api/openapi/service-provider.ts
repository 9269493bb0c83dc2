import type { Schema } from './describe.js';
import { openApiDocument } from './document.js';
import { loginSchemas } from './login-schemas.js';
import { serviceProviderPaths } from './service-provider-paths.js';
import { serviceProviderSchemas } from './service-provider-schemas.js';

/** The description of the service provider's API. */
export function serviceProviderOpenApi(): Schema {
  return openApiDocument({
    title: 'saml-rehearsal: service provider',
    description: 'Logins, their diagnoses and the settings of the rehearsed service provider.',
    paths: serviceProviderPaths,
    schemas: { ...loginSchemas, ...serviceProviderSchemas },
  });
}
