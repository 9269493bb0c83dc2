import type { Application } from '../../../../entra/application.js';
import { CheckField, TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';

/** "Properties" of the application, its roles, and the two things that are not in the portal. */
export function PropertiesPage({
  application,
  problem,
}: {
  readonly application: Application;
  readonly problem?: string;
}) {
  const { name, applicationId, enabledForUsersToSignIn, assignmentRequired, appRoles } = application;
  return (
    <PortalFrame
      title="Properties"
      trail={`Enterprise applications › ${name}`}
      place="/application/properties"
      problem={problem}
    >
      <form method="post" class="portal-form">
        <CheckField
          name="enabledForUsersToSignIn"
          label="Enabled for users to sign-in?"
          checked={enabledForUsersToSignIn}
        />
        <TextField name="name" label="Name" value={name} required />
        <p>
          Application ID <bdi class="mono">{applicationId}</bdi>
        </p>
        <CheckField name="assignmentRequired" label="Assignment required?" checked={assignmentRequired} />
        <AppRoles appRoles={appRoles} />
        <NotInThePortal application={application} />
        <button type="submit">Save</button>
      </form>
    </PortalFrame>
  );
}

function AppRoles({ appRoles }: Pick<Application, 'appRoles'>) {
  return (
    <fieldset>
      <legend>App roles</legend>
      {[...appRoles, undefined].map((role) => (
        <div class="field-row" key={role?.value ?? ''}>
          <TextField
            name="roleName"
            label={role ? 'Display name' : 'Display name (new role)'}
            value={role?.displayName}
          />
          <TextField name="roleValue" label="Value" value={role?.value} />
        </div>
      ))}
    </fieldset>
  );
}

function NotInThePortal({ application }: { readonly application: Application }) {
  return (
    <fieldset>
      <legend>Not on this page in the portal</legend>
      <TextField
        name="accessTokenLifetimeMinutes"
        label="Token lifetime policy in minutes, 10 to 1440; empty: none"
        type="number"
        value={application.accessTokenLifetimeMinutes?.toString()}
      />
      <CheckField
        name="answersErrorsWithResponses"
        label="Send errors to the service provider as a status Response"
        checked={application.answersErrorsWithResponses}
        help="Entra shows a page for all of them today. With this the service provider’s handling of an error status can be rehearsed."
      />
    </fieldset>
  );
}
