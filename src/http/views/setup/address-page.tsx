import type { Address } from '../../../sp/directory.js';
import { Layout, type SiteFacts } from '../layout.js';
import { Text } from '../text.js';
import { AddressTable } from './address-table.js';

const ROLES = ['', 'Full Administrator', 'Basic Administrator', 'Help Desk Administrator'];

export interface AddressPageProps {
  readonly site: SiteFacts;
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
  readonly problem?: string;
}

/** New Domain, New Address, Role Edit: who may sign in, by primary address. */
export function AddressPage({ site, domains, addresses, problem }: AddressPageProps) {
  return (
    <Layout title="Internal Directory" site={site} section="setup" stylesheets={['setup.css']} width="narrow">
      <p class="place-path">Administration › Directories › Internal Directories</p>
      <h1>Internal Directory</h1>
      {problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <Domains domains={domains} />
      <NewAddress />
      <h2 id="addresses-head">Addresses</h2>
      <AddressTable
        addresses={addresses.map((address) => ({ ...address, role: address.roles.join(', ') }))}
        labelledBy="addresses-head"
        isRemovable
      />
      <RoleEdit addresses={addresses} />
      <AddressList />
    </Layout>
  );
}

function Domains({ domains }: Pick<AddressPageProps, 'domains'>) {
  return (
    <>
      <h2>Domains</h2>
      <p>
        <Text value={domains.join(', ')} />
      </p>
      <form method="post" class="setup-form">
        <label>
          New Domain
          <input name="domain" required placeholder="contoso.com" />
        </label>
        <button type="submit" name="newDomain" value="new">
          Register
        </button>
      </form>
    </>
  );
}

function NewAddress() {
  return (
    <>
      <h2>New Address</h2>
      <form method="post" class="setup-form">
        <label>
          Email Address
          <input type="email" name="email" required />
        </label>
        <label>
          Global Name
          <input name="globalName" />
        </label>
        <label>
          Password
          <input type="password" name="password" autocomplete="off" />
        </label>
        <label>
          Confirm Password
          <input type="password" name="confirmPassword" autocomplete="off" />
        </label>
        <p class="quiet small">A SAML login needs no password: what you type is compared and not kept.</p>
        <label>
          <input type="checkbox" name="forceChangeAtLogin" value="on" /> Force Change at Login
        </label>
        <RoleSelect />
        <button type="submit">Save</button>
      </form>
    </>
  );
}

function RoleSelect() {
  return (
    <label>
      Role
      <select name="role">
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {role === '' ? 'No role' : role}
          </option>
        ))}
      </select>
    </label>
  );
}

/** For an address that is there; somebody with an administrator role lands in the console. */
function RoleEdit({ addresses }: Pick<AddressPageProps, 'addresses'>) {
  if (addresses.length === 0) return null;
  return (
    <>
      <h2>Role Edit</h2>
      <form method="post" class="setup-form">
        <label>
          Address
          <select name="address">
            {addresses.map(({ email }) => (
              <option key={email}>{email}</option>
            ))}
          </select>
        </label>
        <RoleSelect />
        <button type="submit" name="roleEdit" value="edit">
          Edit role
        </button>
      </form>
    </>
  );
}

function AddressList() {
  return (
    <>
      <h2>Import a list</h2>
      <form method="post" enctype="multipart/form-data" class="setup-form">
        <p>One address per line: email, global name, roles separated by semicolons. New domains are registered too.</p>
        <label>
          CSV file
          <input type="file" name="csvFile" accept=".csv,text/csv,text/plain" />
        </label>
        <label>
          Or paste it
          <textarea name="csv" rows={5} spellcheck={false} />
        </label>
        <button type="submit" name="list" value="import">
          Import
        </button>
      </form>
    </>
  );
}
