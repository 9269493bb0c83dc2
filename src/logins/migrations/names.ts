/** Of all migrations, in their order: a database that has these behind it needs none. */
export const MIGRATION_NAMES = [
  '0001-logins',
  '0002-shared-state',
  '0003-search',
  '0004-size',
  '0005-index-behind',
] as const;

export type MigrationName = (typeof MIGRATION_NAMES)[number];
