import type { Connection } from "./native.ts";

type Column = {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  hidden: number;
};

const visible = 0;

/** The text of db/schema.ts as the migrated database has it, formatted as `deno fmt` would. */
export function printSchema(connection: Pick<Connection, "all">): string {
  const tables = connection.all<{ name: string }>(
    `select name from sqlite_schema
     where type = 'table' and name not like 'sqlite_%' and name not like '%_litestream_%'
     order by name = 'schema_migration', rowid`,
    [],
  ).map(({ name }) => name);
  const types = tables.map((table) => printTable(connection, table));
  const body = types.join("\n");
  const needed = ["Generated", "GeneratedAlways"].filter((name) => body.includes(`${name}<`));
  return `import type { ${needed.join(", ")} } from "kysely";

${body}
/** Every table of the migrated database; schema_test.ts compares the two. */
export type Schema = {
${tables.map((table) => `  ${table}: ${typeName(table)};\n`).join("")}};
`;
}

function printTable(connection: Pick<Connection, "all">, table: string): string {
  const columns = connection.all<Column>("select * from pragma_table_xinfo(?)", [table]);
  const keyColumns = columns.filter(({ pk }) => pk > 0).length;
  const lines = columns.map((column) => `  ${column.name}: ${columnType(column, keyColumns)};\n`);
  return `type ${typeName(table)} = {\n${lines.join("")}};\n`;
}

/** A lone INTEGER PRIMARY KEY is the rowid: SQLite gives it when nobody does. */
function columnType(column: Column, keyColumns: number): string {
  const plain = { INTEGER: "number", TEXT: "string", BLOB: "Uint8Array" }[column.type];
  if (!plain) throw new Error(`column ${column.name} is of an unexpected type ${column.type}`);
  if (column.hidden !== visible) return `GeneratedAlways<${plain}>`;
  if (column.type === "INTEGER" && column.pk === 1 && keyColumns === 1) return `Generated<number>`;
  const type = column.notnull === 1 || column.pk > 0 ? plain : `${plain} | null`;
  return column.dflt_value === null ? type : `Generated<${type}>`;
}

function typeName(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
