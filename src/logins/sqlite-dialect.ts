import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteEngine } from './sqlite-engine.js';

/** SQLite in a thread, under kysely. There is one connection: whoever has it may be in the middle of a transaction. */
export function sqliteDialect(engine: SqliteEngine): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(engine),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(engine: SqliteEngine): Driver {
  const connection = connectionTo(engine);
  const raw = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  const turns = takingTurns();
  return {
    init: async () => undefined,
    async acquireConnection() {
      await turns.begin();
      return connection;
    },
    releaseConnection: async () => turns.end(),
    beginTransaction: async () => void (await raw('begin')),
    commitTransaction: async () => void (await raw('commit')),
    rollbackTransaction: () => engine.do('rollback', undefined),
    destroy: () => engine.end(),
  };
}

function connectionTo(engine: SqliteEngine): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changes } = await engine.do('query', { sql, parameters });
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
    },
    // biome-ignore lint/correctness/useYield: nobody asks for rows one by one.
    async *streamQuery() {
      throw new Error('rows come together, not one by one');
    },
  };
}

/** One after the other, in the order in which they came. */
function takingTurns() {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  return {
    async begin(): Promise<void> {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
    },
    end(): void {
      const next = waiting.shift();
      if (next) next();
      else isTaken = false;
    },
  };
}
