import type { By } from "./by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "./decision.ts";

/** A whole record of master data was saved: what it is now, what it was, and what its codes point to. */
export type MasterSaved<Type extends string, Record> = {
  type: Type;
  subject: string;
  key: string;
  version: number;
  record: Record;
  before: Record | null;
  refs: Refs;
};

/** The ids behind the codes a record names; a code that points nowhere is absent. */
export type Refs = { readonly [name: string]: string | undefined };

export type Stored<Record> = { id: string; version: number; record: Record };

/** What a put is decided on. */
export type PutFacts<Record, Extra> = {
  before: Stored<Record> | null;
  refs: Refs;
  extra: Extra;
};

/** Which version the caller has seen; `whatever` is for imports and seeds, which bring the truth. */
export type Expected = number | "new" | "whatever";

export type PutRefusal =
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "already_exists"; key: string; at?: string };

/** What makes one kind of master data this kind. All of it is pure. */
export type MasterRules<Type extends string, Record, Extra, Refusal, Also = never> = {
  type: Type;
  rules: (record: Record, facts: PutFacts<Record, Extra>) => Refusal[];
  /** Completes what the caller may leave out, mostly from the record before. */
  settle?: (record: Record, facts: PutFacts<Record, Extra>) => Record;
  /** What else happens in the same commit because the record was saved. */
  also?: (saved: MasterSaved<Type, Record>, facts: PutFacts<Record, Extra>, by: By) => Also[];
};

/** The same record again is no change: importing a file twice does nothing the second time. */
export function decidePut<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also = never,
>(
  { type, key, record: given, expected, facts, rules, settle, also }:
    & MasterRules<Type, Record, Extra, Refusal, Also>
    & { key: string; record: Record; expected: Expected; facts: PutFacts<Record, Extra> },
  by: By,
): Decision<MasterSaved<Type, Record> | Also, Refusal | PutRefusal> {
  const { before, refs } = facts;
  const record = settle ? settle(given, facts) : given;
  if (expected === "new" && before) return refuse({ reason: "already_exists", key, at: "/code" });
  if (typeof expected === "number" && before && before.version !== expected) {
    return refuse({ reason: "changed_meanwhile" });
  }
  const broken = refuseIfAny<Refusal | PutRefusal>(rules(record, facts));
  if (broken) return broken;
  if (typeof expected === "number" && !before) return refuse({ reason: "changed_meanwhile" });
  if (before && isSame(before.record, record)) return accept();
  const saved = {
    type,
    subject: before?.id ?? by.newId(),
    key,
    version: (before?.version ?? 0) + 1,
    record,
    before: before?.record ?? null,
    refs,
  };
  return accept<MasterSaved<Type, Record> | Also>(saved, ...(also?.(saved, facts, by) ?? []));
}

export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1);
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
