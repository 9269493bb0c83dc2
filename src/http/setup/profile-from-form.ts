import { HarnessError } from '../../errors.js';
import type { AuthenticationProfile } from '../../sp/authentication-profile.js';
import type { FormFields } from '../forms/form-fields.js';

/** The profile as its form leaves it; empty optional fields are taken away. */
export function profileFromForm(fields: FormFields, before: AuthenticationProfile): AuthenticationProfile {
  const { metadataUrl: _m, issuer: _i, loginUrl: _l, logoutUrl: _o, ...kept } = before;
  const loginUrl = url(fields, 'loginUrl', 'Login URL');
  const logoutUrl = url(fields, 'logoutUrl', 'Logout URL');
  const metadataUrl = url(fields, 'metadataUrl', 'Metadata URL');
  const issuer = fields.text('issuer');
  const certificates = fields.text('identityProviderCertificates');
  return {
    ...kept,
    description: fields.text('description'),
    provider: fields.text('provider'),
    enforceSamlForMimecast: fields.isChecked('enforceSamlForMimecast'),
    enforceSamlForAdministrationConsole: fields.isChecked('enforceSamlForAdministrationConsole'),
    monitorMetadataUrl: fields.isChecked('monitorMetadataUrl'),
    allowSingleSignOn: fields.isChecked('allowSingleSignOn'),
    usePasswordProtectedContext: fields.isChecked('usePasswordProtectedContext'),
    useIntegratedAuthenticationContext: fields.isChecked('useIntegratedAuthenticationContext'),
    identityProviderCertificates: certificates === '' ? [] : [certificates],
    ...(metadataUrl && { metadataUrl }),
    ...(issuer && { issuer }),
    ...(loginUrl && { loginUrl }),
    ...(logoutUrl && { logoutUrl }),
  };
}

/** @throws HarnessError `FIELD_INVALID` when it is neither empty nor an http(s) URL. */
function url(fields: FormFields, name: string, label: string): string {
  const value = fields.text(name);
  if (value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
  throw new HarnessError(
    'FIELD_INVALID',
    `${label} is not an http or https URL: ${value.slice(0, 200)}`,
    'Correct it and save again.',
  );
}
