import { type Selectable, sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Schema } from "~/db/schema.ts";
import type { MasterSaved, Stored } from "~/domain/_kernel/master.ts";

type Tree = "category" | "organisation" | "region";
type Row<Table extends Tree> = Selectable<Schema[Table]> & { parent_code: string | null };
type Page = { after: string | null; limit: number };
type Node = { code: string; nameZh: string; nameEn: string; parentCode: string | null };

/** A tree is short enough to be read whole, and to stand in one select. */
const wholeTree: Page = { after: null, limit: 2000 };

/** How the records of a tree are found and listed; `more` is what a record has besides its names. */
export function treeTable<Table extends Tree, Record extends Node>(
  table: Table,
  more: (row: Row<Table>) => Omit<Record, keyof Node>,
) {
  const byCode = prepared((reader, p: { code: string }) =>
    rowsOf(reader, table).where(`${table as "region"}.code`, "=", p.code)
  );
  const pageAfter = prepared((reader, p: { after: string; limit: number }) =>
    rowsOf(reader, table).where(`${table as "region"}.code`, ">", p.after)
      .orderBy(`${table as "region"}.code`).limit(sql<number>`${p.limit}`)
  );
  const storedOf = (row: Row<"region">): Stored<Record> => ({
    id: row.id,
    version: row.version,
    record: { ...nodeOf(row), ...more(row as unknown as Row<Table>) } as Record,
  });
  return {
    find(reader: Reader, code: string): Stored<Record> | null {
      const [row] = byCode(reader, { code });
      return row ? storedOf(row) : null;
    },
    /** By code, from after a code on. */
    list(reader: Reader, { after, limit }: Page = wholeTree): Stored<Record>[] {
      return pageAfter(reader, { after: after ?? "", limit }).map(storedOf);
    },
  };
}

/** Any tree may stand for all here: Kysely cannot follow a table it is not told by name. */
function rowsOf(reader: Pick<Reader, "from">, table: Tree) {
  const name = table as "region";
  return reader.from(name).leftJoin(`${name} as parent`, "parent.id", `${name}.parent_id`)
    .selectAll(name).select("parent.code as parent_code");
}

function nodeOf({ code, name_zh, name_en, parent_code }: Row<"region">): Node {
  return { code, nameZh: name_zh, nameEn: name_en, parentCode: parent_code };
}

/** The columns that every table of a tree has. */
export function treeColumns({ subject, version, record, refs }: MasterSaved<string, Node>) {
  return {
    id: subject,
    version,
    code: record.code,
    name_zh: record.nameZh,
    name_en: record.nameEn,
    parent_id: refs.parent ?? null,
  };
}
