import type { SetupFacts } from '../../inspector/deps.js';
import { Text } from '../text.js';

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
        <Addresses addresses={addresses} />
      )}
    </>
  );
}

function Addresses({ addresses }: { readonly addresses: SetupFacts['directory']['addresses'] }) {
  return (
    <table aria-labelledby="directory-head">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Global name</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {addresses.map(({ email, globalName, role }) => (
          <tr key={email}>
            <th scope="row">
              <Text value={email} max={254} />
            </th>
            <td>
              <Text value={globalName} max={120} />
            </td>
            <td>
              <Text value={role ?? ''} max={120} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
