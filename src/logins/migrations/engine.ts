/** The database engines whose tables we make. */
export type Engine = 'sqlite' | 'postgres';
