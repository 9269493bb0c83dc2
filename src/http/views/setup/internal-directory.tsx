import type { SetupFacts } from '../../inspector/deps.js';
import { Text } from '../text.js';
import { AddressTable } from './address-table.js';

/** Who may sign in: the addresses a NameID is matched with. */
export function InternalDirectory({ directory }: { readonly directory: SetupFacts['directory'] }) {
  const { domains, addresses } = directory;
  return (
    <>
      <h2 id="directory-head">Internal Directory</h2>
      <p class="place-path">Administration › Directories › Internal Directories</p>
      <p>
        <a href="/setup/addresses">New Domain, New Address, Role Edit</a>
      </p>
      {domains.length === 0 ? (
        <p>No domain is registered.</p>
      ) : (
        <p>
          Domains: <Text value={domains.join(', ')} />
        </p>
      )}
      {addresses.length === 0 ? (
        <p class="notice warn">There is no address, so nobody can sign in.</p>
      ) : (
        <AddressTable addresses={addresses} labelledBy="directory-head" />
      )}
    </>
  );
}
