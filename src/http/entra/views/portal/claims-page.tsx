import type { Application } from '../../../../entra/application.js';
import {
  type ClaimRule,
  claimName,
  GROUP_SCOPES,
  GROUP_SOURCES,
  NAME_ID_FORMATS,
  TRANSFORMATIONS,
} from '../../../../entra/claim-rule.js';
import { CLAIM_SOURCES } from '../../../../entra/claim-source.js';
import { CheckField, SelectField, TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';

const NO_TRANSFORMATION = ['', 'none'] as const;

/** "Attributes & Claims": the required claim, the additional ones, groups, advanced options. */
export function ClaimsPage({ application, problem }: { readonly application: Application; readonly problem?: string }) {
  const { name, nameId, claims, includeAttributeNameFormat } = application;
  return (
    <PortalFrame
      title="Attributes & Claims"
      trail={`Enterprise applications › ${name} › Single sign-on`}
      problem={problem}
    >
      <form method="post" class="portal-form">
        <NameIdFields nameId={nameId} />
        <fieldset>
          <legend>Additional claims</legend>
          <p>
            Clear the name of a row to delete it; fill in the last row to add a claim. A constant goes in double quotes.
          </p>
          {[...claims, undefined].map((rule) => (
            <ClaimRow key={rule ? claimName(rule) : ''} {...(rule ? { rule } : {})} />
          ))}
        </fieldset>
        <GroupFields application={application} />
        <CheckField
          name="includeAttributeNameFormat"
          label="Include attribute name format"
          checked={includeAttributeNameFormat}
        />
        <datalist id="sources">
          {CLAIM_SOURCES.map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
        <button type="submit">Save</button> <a href="/">Cancel</a>
      </form>
    </PortalFrame>
  );
}

function NameIdFields({ nameId }: Pick<Application, 'nameId'>) {
  return (
    <fieldset>
      <legend>Required claim: Unique User Identifier (Name ID)</legend>
      <div class="field-row">
        <TextField name="nameIdSource" label="Source attribute" value={nameId.source} suggestions="sources" />
        <SelectField
          name="nameIdFormat"
          label="Name identifier format"
          value={nameId.format}
          options={Object.keys(NAME_ID_FORMATS)}
        />
        <Transformation name="nameIdTransformation" value={nameId.transformation} />
      </div>
    </fieldset>
  );
}

function ClaimRow({ rule }: { readonly rule?: ClaimRule }) {
  return (
    <div class="field-row">
      <TextField name="claimName" label={rule ? 'Name' : 'Name (new claim)'} value={rule?.name} />
      <TextField name="claimNamespace" label="Namespace" value={rule?.namespace} />
      <TextField name="claimSource" label="Source attribute" value={rule?.source} suggestions="sources" />
      <Transformation name="claimTransformation" value={rule?.transformation} />
    </div>
  );
}

function Transformation({ name, value = '' }: { readonly name: string; readonly value?: string | undefined }) {
  return (
    <SelectField name={name} label="Transformation" value={value} options={[NO_TRANSFORMATION, ...TRANSFORMATIONS]} />
  );
}

function GroupFields({ application: { groupClaim } }: { readonly application: Application }) {
  return (
    <fieldset>
      <legend>Group claims</legend>
      <p>Which groups associated with the user should be returned in the claim? Above 150 only a link is sent.</p>
      <div class="field-row">
        <SelectField
          name="groupScope"
          label="Groups"
          value={groupClaim?.groups ?? ''}
          options={[['', 'None'], ...GROUP_SCOPES]}
        />
        <SelectField
          name="groupSource"
          label="Source attribute"
          value={groupClaim?.sourceAttribute ?? 'Group ID'}
          options={GROUP_SOURCES}
        />
        <TextField name="groupName" label="Customize the name" value={groupClaim?.name} />
        <TextField name="groupNamespace" label="Namespace (optional)" value={groupClaim?.namespace} />
      </div>
      <CheckField name="groupAsRoles" label="Emit groups as role claims" checked={groupClaim?.asRoles ?? false} />
    </fieldset>
  );
}
