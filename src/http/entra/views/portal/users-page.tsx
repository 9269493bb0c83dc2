import { AUTHENTICATIONS } from '../../../../entra/authentication.js';
import type { EntraUser } from '../../../../entra/user.js';
import { CheckField, SelectField, TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';
import { TableHead } from './table-head.js';

interface UsersProps {
  readonly tenantName: string;
  readonly users: readonly EntraUser[];
  readonly hasPersonas: boolean;
  readonly problem?: string;
}

/** "All users": who there is, a form for one more, and people with the troubles of real tenants. */
export function UsersPage({ tenantName, users, hasPersonas, problem }: UsersProps) {
  return (
    <PortalFrame title="All users" trail={`${tenantName} › Users`} place="/users" problem={problem}>
      <People users={users} />
      {hasPersonas ? null : <AddPersonas />}
      <NewUserForm />
    </PortalFrame>
  );
}

function People({ users }: Pick<UsersProps, 'users'>) {
  return (
    <div class="people">
      <table>
        <TableHead columns={['Name', 'User name', 'Mail', 'User type', 'Notes', 'Actions']} />
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AddPersonas() {
  return (
    <form method="post">
      <button type="submit" name="do" value="personas" class="secondary outline">
        Add people with the troubles of real tenants
      </button>{' '}
      <small>Guests, no mail, 151 groups, not assigned, disabled, Windows sign-in ...</small>
    </form>
  );
}

function NewUserForm() {
  return (
    <form method="post" class="portal-form">
      <h2>New user</h2>
      <div class="field-row">
        <TextField name="displayName" label="Name" placeholder="B.Simon" />
        <TextField name="userPrincipalName" label="User name" placeholder="B.Simon@contoso.com" required />
        <TextField name="mail" label="Mail" type="email" />
      </div>
      <div class="field-row">
        <TextField name="givenName" label="First name" />
        <TextField name="surname" label="Last name" />
        <SelectField
          name="signsInWith"
          label="Signs in with"
          value="password"
          options={Object.entries(AUTHENTICATIONS).map(([id, { title }]) => [id, title] as const)}
        />
      </div>
      <CheckField name="accountEnabled" label="Account enabled" checked />
      <p>
        <small>
          Passwords are not asked for, so none is set. A new user has no access until assigned under Users and groups.
        </small>
      </p>
      <button type="submit" name="do" value="create">
        Create
      </button>
    </form>
  );
}

function UserRow({ user }: { readonly user: EntraUser }) {
  const { userPrincipalName, displayName, mail, userType, accountEnabled, persona } = user;
  const notes = [accountEnabled ? undefined : 'Disabled', persona].filter((note) => note !== undefined);
  return (
    <tr>
      <td>
        <bdi>{displayName}</bdi>
      </td>
      <td>
        <bdi>{userPrincipalName}</bdi>
      </td>
      <td>
        <bdi>{mail ?? '–'}</bdi>
      </td>
      <td>{userType}</td>
      <td>{notes.join('. ')}</td>
      <td>
        <form method="post" class="row-actions">
          <input type="hidden" name="userPrincipalName" value={userPrincipalName} />
          <button type="submit" name="do" value="delete" class="secondary outline">
            Delete
          </button>
        </form>
      </td>
    </tr>
  );
}
