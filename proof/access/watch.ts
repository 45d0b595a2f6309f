import { sha256 } from "~/db/_engine/digest.ts";
import type { Connection } from "~/db/_engine/native.ts";

/** What a denial may write: who tried too often, who was seen, and that it was denied. */
export const mayChange: readonly string[] = ["login_throttle", "session", "denial"];

export function tablesOf(connection: Connection): string[] {
  return connection.all<{ name: string }>(
    "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  ).map(({ name }) => name);
}

/** Notes every change the writing connection makes to a table that a denial must leave alone. */
export function watch(connection: Connection): void {
  connection.exec("create temp table changed (name text)");
  for (const name of tablesOf(connection)) {
    if (name === "denial") continue;
    for (const what of ["insert", "update", "delete"]) {
      connection.exec(
        `create temp trigger watch_${what}_${name} after ${what} on main.${name} begin insert into changed values ('${name}'); end`,
      );
    }
  }
}

/** The tables changed since `watch`. */
export function changedTables(connection: Connection): string[] {
  return connection.all<{ name: string }>("select distinct name from temp.changed order by name")
    .map(({ name }) => name);
}

export function forget(connection: Connection): void {
  connection.exec("delete from temp.changed");
}

/** Every row of every table, as one digest a table: what the triggers must agree with. */
export function digests(connection: Connection): Record<string, string> {
  return Object.fromEntries(
    tablesOf(connection).filter((name) => !mayChange.includes(name)).map((name) => [
      name,
      sha256(JSON.stringify(connection.all(`select * from main.${name}`))),
    ]),
  );
}
