import type { EventBase } from "~/db/_engine/outbox.ts";
import { type Master, put, type PutUnit } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { PutFacts, PutRefusal, Stored } from "~/domain/_kernel/master.ts";
import { Code, EnglishText, Name, orNull } from "~/routes/_entry/shapes.ts";
import { type ImportColumn, type ImportKind, importKind, type ImportSpec } from "./kind.ts";

type MasterImport<
  Type extends string,
  Record extends object,
  Row extends { code: string },
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase,
> =
  & Pick<
    ImportSpec<Row, unknown, EventBase, Refusal | PutRefusal>,
    "name" | "title" | "right" | "columns" | "schema" | "words" | "waitsFor"
  >
  & {
    master: Master<Type, Record, Extra, Refusal, Also>;
    /** How one is found; by its code unless a row says more. */
    find: (reader: Reader, key: string) => Stored<Record> | null;
    key?: (row: Row) => string;
    /** What a new record begins with where its row says nothing. */
    blank?: Partial<NoInfer<Record>>;
    /** The record a row makes of the one before it, where a row is not a part of a record. */
    merge?: (row: Row, before: Record | null) => Record;
  };

/**
 * The file of a kind of master data: each row is put over what is stored, so a column the file does
 * not have stays as it is.
 */
export function masterImport<
  Type extends string,
  Record extends object,
  Row extends { code: string },
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
>(
  { master, find, blank, key = ({ code }) => code, ...given }: MasterImport<
    Type,
    Record,
    Row,
    Extra,
    Refusal,
    Also
  >,
): ImportKind {
  const over = (row: Row, before: Record | null) =>
    ({ ...blank, ...before, ...present(row) }) as unknown as Record;
  type Prepared = {
    unit: PutUnit<Type, Record, Extra, Refusal, Also>;
    facts: PutFacts<Record, Extra>;
  };
  const { merge = over, ...spec } = given;
  return importKind({
    ...spec,
    key,
    unit: ([row]) => ({
      load(reader: Reader): Prepared {
        const before = find(reader, key(row))?.record ?? null;
        const unit = put(master, merge(row, before), "whatever");
        return { unit, facts: unit.load(reader) };
      },
      decide: ({ unit, facts }: Prepared, by: By) => unit.decide(facts, by),
    }),
  });
}

/** Without the fields that are absent, so that they cover nothing when spread. */
export function present<Row extends object>(row: Row): { [K in keyof Row]: NonUndefined<Row[K]> } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof Row]: NonUndefined<Row[K]> };
}

type NonUndefined<Value> = Value extends undefined ? never : Value;

/** What every named record's row holds; the English name may be left out of a file. */
export const namedRow = { code: Code, nameZh: Name, nameEn: EnglishText.optional() };
/** What a row of a tree holds. */
export const treeRow = { ...namedRow, parentCode: orNull(Code).optional() };

/** The columns of a code and two names; `kind` is what people call the record in their headings. */
export function namedColumns(kind?: string): readonly ImportColumn[] {
  const codes = kind ? [`${kind}编码`] : [];
  const names = kind ? [kind] : [];
  return [
    { field: "code", zh: ["编码", ...codes], en: ["Code"], required: true },
    { field: "nameZh", zh: ["名称", ...names], en: ["Chinese name", "Name"], required: true },
    { field: "nameEn", zh: ["英文名"], en: ["English name"] },
  ];
}

/** The same, and what it stands under. */
export function treeColumns(kind?: string): readonly ImportColumn[] {
  const parents = kind ? [`上级${kind}`] : [];
  return [...namedColumns(kind), { field: "parentCode", zh: ["上级", ...parents], en: ["Parent"] }];
}
