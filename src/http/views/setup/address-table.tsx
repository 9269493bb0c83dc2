import { Text } from '../text.js';

export interface AddressRow {
  readonly email: string;
  readonly globalName: string;
  readonly role?: string;
}

interface AddressTableProps {
  readonly addresses: readonly AddressRow[];
  /** Id of the heading above it. */
  readonly labelledBy: string;
  /** With a button on every row. */
  readonly isRemovable?: boolean;
}

/** The addresses of the internal directory. */
export function AddressTable({ addresses, labelledBy, isRemovable = false }: AddressTableProps) {
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Global name</th>
          <th scope="col">Role</th>
          {isRemovable ? (
            <th scope="col">
              <span class="visually-hidden">Remove</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {addresses.map((row) => (
          <AddressLine key={row.email} {...row} isRemovable={isRemovable} />
        ))}
      </tbody>
    </table>
  );
}

function AddressLine({ email, globalName, role = '', isRemovable }: AddressRow & { readonly isRemovable: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Text value={email} max={254} />
      </th>
      <td>
        <Text value={globalName} max={120} />
      </td>
      <td>
        <Text value={role} max={120} />
      </td>
      {isRemovable ? (
        <td>
          <form method="post">
            <button type="submit" name="remove" value={email} aria-label={`Remove ${email}`}>
              Remove
            </button>
          </form>
        </td>
      ) : null}
    </tr>
  );
}
