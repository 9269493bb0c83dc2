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

/** libsql under kysely. */
export class LibsqlDialect extends SqliteDialect {
  readonly #database: Open;

  constructor(database: Open) {
    super({ database: database as never });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ForgivingDriver(this.#database);
  }
}
