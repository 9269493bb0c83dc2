import express from 'express';
import { HarnessError } from '../../errors.js';
import { type Address, type Directory, domainOfAddress } from '../../sp/directory.js';
import type { FormFields } from '../forms/form-fields.js';
import { pageRoute } from '../forms/page-route.js';
import type { ServiceProvider } from '../service-provider.js';
import { AddressPage } from '../views/setup/address-page.js';
import { readAddressList } from './address-list.js';
import { profileRoutes } from './profile-routes.js';
import { verbatimRoutes } from './verbatim-routes.js';

/** The forms behind `/setup`: Authentication Profile with Import, New Domain, New Address, Role Edit, import of a list. */
export function setupRoutes(sp: ServiceProvider): express.Router {
  const router = express.Router();
  router.use(verbatimRoutes(sp));
  router.use(profileRoutes(sp));
  pageRoute(router, {
    path: '/addresses',
    page: AddressPage,
    props: () => ({ site: sp.site(), domains: sp.directory.domains, addresses: sp.directory.addresses }),
    takesFiles: true,
    save: (fields) => saveDirectory(sp, fields),
    goTo: '/setup/addresses',
  });
  router.get('/encryption-certificate', async (_request, response) => {
    response.set('Content-Disposition', 'attachment; filename="saml-rehearsal-encryption.cer"');
    response.type('application/octet-stream').send(await sp.encryptionCertificate());
  });
  return router;
}

function saveDirectory({ directory }: ServiceProvider, fields: FormFields): void {
  if (fields.isChecked('newDomain')) directory.addDomain(domainOf(fields.text('domain')));
  else if (fields.isChecked('remove')) directory.removeAddress(fields.text('remove'));
  else if (fields.isChecked('roleEdit')) editRole(directory, fields.text('address'), fields.text('role'));
  else if (fields.isChecked('list')) saveList(directory, readAddressList(fields.text('csvFile') || fields.text('csv')));
  else directory.addAddress(addressOf(fields));
}

/** Role Edit: the address stays as it is but for its role. */
function editRole(directory: Directory, email: string, role: string): void {
  const address = directory.find(email);
  if (!address) {
    throw new HarnessError(
      'ADDRESS_UNKNOWN',
      `There is no address ${email.slice(0, 256)}.`,
      'Create it with New Address.',
    );
  }
  directory.addAddress({ ...address, roles: role === '' ? [] : [role] });
}

function saveList(directory: Directory, addresses: readonly Address[]): void {
  for (const { email } of addresses) directory.addDomain(domainOfAddress(email));
  for (const address of addresses) directory.addAddress(address);
}

/** Passwords are asked for as Mimecast's dialog does, compared, and thrown away: a SAML login needs none. */
function addressOf(fields: FormFields): Address {
  if (fields.text('password') !== fields.text('confirmPassword')) {
    throw new HarnessError(
      'FIELD_INVALID',
      'Password and Confirm Password differ.',
      'Type the same twice; it is not kept.',
    );
  }
  const role = fields.text('role');
  return {
    email: fields.text('email'),
    globalName: fields.text('globalName'),
    roles: role === '' ? [] : [role],
    ...(fields.isChecked('forceChangeAtLogin') && { forceChangeAtLogin: true }),
  };
}

function domainOf(text: string): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)) return text;
  throw new HarnessError('FIELD_INVALID', `"${text.slice(0, 100)}" is not a domain.`, 'Give a name like contoso.com.');
}
