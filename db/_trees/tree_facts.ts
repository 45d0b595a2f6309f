import type { Reader } from "~/db/_engine/reader.ts";
import type { PutFacts, Stored } from "~/domain/_kernel/master.ts";
import { upwards } from "./trees.ts";

type Node = { code: string; parentCode: string | null };

/** The facts a record of a tree is put on: what it was, what it stands under, and all above that. */
export function treeFacts<Record extends Node>(
  find: (reader: Reader, code: string) => Stored<Record> | null,
): (reader: Reader, record: Record) => PutFacts<Record, { above: readonly string[] }> {
  return (reader, { code, parentCode }) => {
    const parent = parentCode === null ? null : find(reader, parentCode);
    const parentOf = (of: string) => find(reader, of)?.record.parentCode ?? null;
    return {
      before: find(reader, code),
      refs: parent ? { parent: parent.id } : {},
      extra: { above: upwards(parentOf, parentCode) },
    };
  };
}
