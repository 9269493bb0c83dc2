import { type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import type Database from 'libsql';

type Open = InstanceType<typeof Database>;

/** SQLite rolls back by itself when the disk is full or fails; rolling back again would hide why behind an error of its own. */
class ForgivingDriver extends SqliteDriver {
  readonly #database: Open;

  constructor(database: Open) {
    super({ database: database as never });
    this.#database = database;
  }

  override async rollbackTransaction(connection: Parameters<Driver['rollbackTransaction']>[0]): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

const MAX_KEPT = 100;

/** kysely prepares each statement anew; there are a few dozen, and preparing costs more than most of them. */
function keepingStatements(database: Open): Open {
  const kept = new Map<string, ReturnType<Open['prepare']>>();
  const prepare = (text: string) => {
    const known = kept.get(text);
    if (known) return known;
    const statement = database.prepare(text);
    if (kept.size >= MAX_KEPT) kept.clear();
    if (/^(select|insert|update|delete)\b/i.test(text)) kept.set(text, statement);
    return statement;
  };
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** libsql under kysely. */
export class LibsqlDialect extends SqliteDialect {
  readonly #database: Open;

  constructor(database: Open) {
    super({ database: database as never });
    this.#database = keepingStatements(database);
  }

  override createDriver(): Driver {
    return new ForgivingDriver(this.#database);
  }
}
