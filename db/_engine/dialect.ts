import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "~/db/schema.ts";
import type { Bindable, RunResult } from "./native.ts";

/** Whatever can run statements: a reading connection, or a unit's hold on the writing one. */
export type Target = {
  all<Row>(sql: string, params: readonly Bindable[]): Row[];
  run(sql: string, params: readonly Bindable[]): RunResult;
};

const returnsRows = /^\s*(select|with|pragma|explain)\b|\breturning\b/i;

class LibsqlConnection implements DatabaseConnection {
  constructor(readonly target: Target) {}

  executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const params = parameters as readonly Bindable[];
    if (returnsRows.test(sql)) return Promise.resolve({ rows: this.target.all<Row>(sql, params) });
    const { changes } = this.target.run(sql, params);
    return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
  }

  // deno-lint-ignore require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("the local engine is synchronous: there is nothing to stream");
  }
}

/** Transactions belong to transact: Kysely may not open one here. */
class LibsqlDriver implements Driver {
  #connection: LibsqlConnection;

  constructor(target: Target) {
    this.#connection = new LibsqlConnection(target);
  }
  init(): Promise<void> {
    return Promise.resolve();
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }
  beginTransaction(): Promise<void> {
    throw new Error("use transact");
  }
  commitTransaction(): Promise<void> {
    throw new Error("use transact");
  }
  rollbackTransaction(): Promise<void> {
    throw new Error("use transact");
  }
  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }
  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

/** All calls are synchronous, so Kysely's own queue for one connection would only cost time. */
class LibsqlAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Counts the statements that were begun and are not finished, so that one nobody awaited is found. */
class CountingExecutor extends DefaultQueryExecutor {
  constructor(target: Target, readonly counter: { underway: number }) {
    const connection = new LibsqlConnection(target);
    super(new SqliteQueryCompiler(), new LibsqlAdapter(), {
      provideConnection: (consumer) => consumer(connection),
    });
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.counter.underway += 1;
    const result = await super.executeQuery<Row>(query);
    this.counter.underway -= 1;
    return result;
  }
}

/** Kysely over libSQL: about a hundred lines instead of a driver that prepares each call anew. */
export function kyselyOver(target: Target, counter?: { underway: number }): Kysely<Schema> {
  const dialect = {
    createAdapter: () => new LibsqlAdapter(),
    createDriver: () => new LibsqlDriver(target),
    createIntrospector: (db: Kysely<Schema>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  if (!counter) return new Kysely<Schema>({ dialect });
  return new Kysely<Schema>({
    config: { dialect },
    dialect,
    driver: new LibsqlDriver(target),
    executor: new CountingExecutor(target, counter),
  });
}
