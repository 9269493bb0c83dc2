import {
  type ClaimRule,
  GROUP_SCOPES,
  GROUP_SOURCES,
  type GroupClaim,
  NAME_ID_FORMATS,
  type NameIdFormatName,
  TRANSFORMATIONS,
  type Transformation,
} from '../../../entra/claim-rule.js';
import type { ApplicationChange } from '../../../entra/configure.js';
import type { FormFields } from '../../forms/form-fields.js';

const FORMATS = Object.keys(NAME_ID_FORMATS) as [NameIdFormatName, ...NameIdFormatName[]];

/** What the form of Attributes & Claims changes. */
export function claimsChange(fields: FormFields): ApplicationChange {
  return {
    nameId: {
      source: fields.text('nameIdSource'),
      format: fields.oneOf('nameIdFormat', FORMATS),
      ...transformationFrom(fields.text('nameIdTransformation')),
    },
    claims: claimRows(fields),
    groupClaim: groupClaim(fields),
    includeAttributeNameFormat: fields.isChecked('includeAttributeNameFormat'),
  };
}

/** A row without a name is one that was deleted, or never filled in. */
function claimRows(fields: FormFields): readonly ClaimRule[] {
  const [namespaces, sources, transformations] = ['claimNamespace', 'claimSource', 'claimTransformation'].map((name) =>
    fields.all(name),
  );
  return fields.all('claimName').flatMap((name, index) => {
    if (name === '') return [];
    const namespace = namespaces?.[index] ?? '';
    return {
      name,
      ...(namespace !== '' && { namespace }),
      source: sources?.[index] ?? '',
      ...transformationFrom(transformations?.[index] ?? ''),
    };
  });
}

function groupClaim(fields: FormFields): GroupClaim | null {
  const groups = GROUP_SCOPES.find((scope) => scope === fields.text('groupScope'));
  if (groups === undefined) return null;
  const name = fields.text('groupName');
  const namespace = fields.text('groupNamespace');
  return {
    groups,
    sourceAttribute: fields.oneOf('groupSource', GROUP_SOURCES),
    ...(name !== '' && { name }),
    ...(namespace !== '' && { namespace }),
    ...(fields.isChecked('groupAsRoles') && { asRoles: true }),
  };
}

function transformationFrom(text: string): { transformation?: Transformation } {
  const transformation = TRANSFORMATIONS.find((known) => known === text);
  return transformation === undefined ? {} : { transformation };
}
