import type { AuthenticationProfile } from '../sp/authentication-profile.js';
import { importChanges } from './import-changes.js';
import { profileFromMetadata } from './import-metadata.js';

/** The profile with the fields of this metadata, and what that changed. */
export function withImport(before: AuthenticationProfile, xml: string, at: Date): AuthenticationProfile {
  const { fields, warnings } = profileFromMetadata(xml, at);
  return {
    ...before,
    ...fields,
    lastImport: { at: at.toISOString(), changes: importChanges(before, fields), warnings },
  };
}

/** What changed last stays on record until something changes again. */
export function importedAgain(before: AuthenticationProfile, outcome: string | Error, at: Date): AuthenticationProfile {
  const checkedAt = at.toISOString();
  const last = before.lastImport ?? { at: checkedAt, changes: [], warnings: [] };
  if (outcome instanceof Error) {
    return { ...before, lastImport: { ...last, checkedAt, warnings: [outcome.message] } };
  }
  try {
    const next = withImport(before, outcome, at);
    const fresh = next.lastImport ?? last;
    const lastImport = fresh.changes.length > 0 ? fresh : { ...last, warnings: fresh.warnings };
    return { ...next, lastImport: { ...lastImport, checkedAt } };
  } catch (error) {
    return { ...before, lastImport: { ...last, checkedAt, warnings: [(error as Error).message] } };
  }
}
