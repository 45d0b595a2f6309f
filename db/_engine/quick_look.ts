import { readMigrations } from "./migrate.ts";
import { Connection } from "./native.ts";

type Seen = { version: number; newest: number; verdict: string } | { unreadable: string };

/** A file nobody else has open, looked at without a write; one that is no database is a finding, too. */
export function inspectDatabase(path: string): Seen {
  const connection = new Connection(path);
  try {
    connection.exec("pragma query_only = on");
    const [schema] = connection.all<{ version: number }>(
      "select max(number) as version from schema_migration",
    );
    const [check] = connection.all<{ quick_check: string }>("pragma quick_check(1)");
    const newest = readMigrations().at(-1)!.number;
    return { version: schema!.version, newest, verdict: check!.quick_check };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  } finally {
    connection.close();
  }
}
