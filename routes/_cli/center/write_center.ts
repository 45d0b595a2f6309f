import { Connection } from "~/db/_engine/native.ts";
import { migrate } from "~/db/_engine/migrate.ts";
import { printSchema } from "~/db/_engine/print_schema.ts";
import { filesOf } from "./files.ts";
import { insert, insertionsOf } from "./insertions.ts";
import { namesOf } from "./names.ts";

/** Writes the skeleton of a center into the project at `root`; answers the paths it made and touched. */
export async function writeCenter(root: string, center: string | undefined): Promise<string[]> {
  const names = namesOf(center, foldersIn(`${root}/domain`), lastMigration(root));
  const touched: string[] = [];
  for (const [path, text] of Object.entries(filesOf(names))) {
    await Deno.mkdir(`${root}/${path}`.replace(/\/[^/]+$/, ""), { recursive: true });
    await Deno.writeTextFile(`${root}/${path}`, text, { createNew: true });
    touched.push(path);
  }
  for (const insertion of insertionsOf(names)) {
    const path = `${root}/${insertion.path}`;
    await Deno.writeTextFile(path, insert(await Deno.readTextFile(path), insertion));
    touched.push(insertion.path);
  }
  await Deno.writeTextFile(`${root}/db/schema.ts`, schemaText(root));
  touched.push("db/schema.ts");
  return [...new Set(touched)];
}

function foldersIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].filter(({ isDirectory }) => isDirectory).map(({ name }) =>
    name
  );
}

function migrationsIn(root: string): string[] {
  return [...Deno.readDirSync(`${root}/db/migrations`)].map(({ name }) => name)
    .filter((name) => name.endsWith(".sql")).sort();
}

function lastMigration(root: string): number {
  return Number(migrationsIn(root).at(-1)!.slice(0, 4));
}

/** The types follow from the tables: the new migration runs once in memory. */
function schemaText(root: string): string {
  const connection = new Connection(":memory:");
  const migrations = migrationsIn(root).map((file) => ({
    number: Number(file.slice(0, 4)),
    name: file.slice(0, -4),
    sql: Deno.readTextFileSync(`${root}/db/migrations/${file}`),
  }));
  migrate(connection, "2026-01-01T00:00:00.000Z", { migrations });
  const text = printSchema(connection);
  connection.close();
  return text;
}
