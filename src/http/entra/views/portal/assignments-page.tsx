import type { Application } from '../../../../entra/application.js';
import type { Assignment } from '../../../../entra/assignments.js';
import type { EntraUser, Group } from '../../../../entra/user.js';
import { SelectField } from './fields.js';
import { PortalFrame } from './portal-frame.js';
import { TableHead } from './table-head.js';

interface AssignmentsProps {
  readonly application: Application;
  readonly assignments: readonly Assignment[];
  readonly users: readonly EntraUser[];
  readonly groups: readonly Group[];
  readonly problem?: string;
}

const MAX_GROUPS_OFFERED = 20;

/** "Users and groups" of the application. */
export function AssignmentsPage(props: AssignmentsProps) {
  return (
    <PortalFrame
      title="Users and groups"
      trail={`Enterprise applications › ${props.application.name}`}
      place="/application/users-and-groups"
      problem={props.problem}
    >
      <table>
        <TableHead columns={['Display Name', 'Object Type', 'Role assigned', 'Actions']} />
        <tbody>
          {props.assignments.map((assignment) => (
            <AssignmentRow key={assignment.principal} assignment={assignment} {...props} />
          ))}
        </tbody>
      </table>
      <AssignForm {...props} />
    </PortalFrame>
  );
}

interface RowProps extends Pick<AssignmentsProps, 'application' | 'groups'> {
  readonly assignment: Assignment;
}

function AssignmentRow({ assignment, application, groups }: RowProps) {
  const { type, principal, role } = assignment;
  const name = type === 'User' ? principal : (groups.find(({ id }) => id === principal)?.displayName ?? principal);
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>{type}</td>
      <td>{application.appRoles.find(({ value }) => value === role)?.displayName ?? role ?? 'Default Access'}</td>
      <td>
        <form method="post" class="row-actions">
          <input type="hidden" name="principal" value={principal} />
          <button type="submit" name="do" value="remove" class="secondary outline">
            Remove
          </button>
        </form>
      </td>
    </tr>
  );
}

function AssignForm({ application, users, groups }: Pick<AssignmentsProps, 'application' | 'users' | 'groups'>) {
  const offered = [
    ...users.map(
      ({ userPrincipalName, displayName }) => [userPrincipalName, `${displayName} (${userPrincipalName})`] as const,
    ),
    ...groups.slice(0, MAX_GROUPS_OFFERED).map(({ id, displayName }) => [id, `Group: ${displayName}`] as const),
  ];
  const roles = application.appRoles.map(({ value, displayName }) => [value, displayName] as const);
  return (
    <form method="post" class="portal-form">
      <h2>Add Assignment</h2>
      <div class="field-row">
        <SelectField name="principal" label="Users and groups" value="" options={offered} />
        <SelectField name="role" label="Select a role" value="" options={[['', 'Default Access'], ...roles]} />
      </div>
      <p>
        <small>Members of a group that is only nested in an assigned group have no access.</small>
      </p>
      <button type="submit" name="do" value="assign">
        Assign
      </button>
    </form>
  );
}
