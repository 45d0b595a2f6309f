import type { By } from "~/domain/_kernel/by.ts";
import type { Decision } from "~/domain/_kernel/decision.ts";
import {
  decidePut,
  type Expected,
  type MasterSaved,
  type PutFacts,
  type PutRefusal,
} from "~/domain/_kernel/master.ts";
import type { Reader } from "./reader.ts";
import type { Tx } from "./tx.ts";

/**
 * A kind of master data: how a record is found by its natural key, and which rules hold for it.
 * The form, the API's PUT, a CSV row and the seed all save through `put` with the same kind.
 */
export type Master<Type extends string, Record, Extra, Refusal extends { reason: string }> = {
  type: Type;
  key: (record: Record) => string;
  facts: (reader: Reader, record: Record) => PutFacts<Record, Extra>;
  rules: (record: Record, facts: PutFacts<Record, Extra>) => Refusal[];
};

export type PutUnit<Type extends string, Record, Extra, Refusal extends { reason: string }> = {
  load: (reader: Reader) => PutFacts<Record, Extra>;
  decide: (
    facts: PutFacts<Record, Extra>,
    by: By,
  ) => Decision<MasterSaved<Type, Record>, Refusal | PutRefusal>;
};

/** The one path by which master data changes: hand the result to `act` or `transact`. */
export function put<Type extends string, Record, Extra, Refusal extends { reason: string }>(
  master: Master<Type, Record, Extra, Refusal>,
  record: Record,
  expected: Expected,
): PutUnit<Type, Record, Extra, Refusal> {
  return {
    load: (reader) => master.facts(reader, record),
    decide: (facts, by) =>
      decidePut({
        type: master.type,
        key: master.key(record),
        record,
        expected,
        facts,
        rules: master.rules,
      }, by),
  };
}

type Row = { [column: string]: string | number | null };

/** The rows a saved record becomes: its own, and those of its parts. */
export type Rows = {
  table: Parameters<Tx["insert"]>[0];
  row: Row & { id: string; version: number };
  parts?: { table: Parameters<Tx["insert"]>[0]; owner: Row; rows: Row[] }[];
};

/** The one writer of every `…Saved` event: the whole record replaces the version before it. */
export function saved<Event extends MasterSaved<string, unknown>>(
  rowsOf: (event: Event, by: By) => Rows,
): (tx: Tx, event: Event, by: By) => void {
  return (tx, event, by) => {
    const { table, row, parts = [] } = rowsOf(event, by);
    if (event.before === null) {
      tx.insert(table, row as never);
    } else {
      const { id, ...set } = row;
      tx.changeOne(table, { id, version: event.version - 1 } as never, set as never);
    }
    for (const { table, owner, rows } of parts) {
      tx.remove(table, owner as never);
      if (rows.length > 0) tx.insert(table, rows as never);
    }
  };
}
