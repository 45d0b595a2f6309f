import type { By } from "~/domain/_kernel/by.ts";
import type { Decision } from "~/domain/_kernel/decision.ts";
import {
  decidePut,
  type Expected,
  type MasterRules,
  type MasterSaved,
  type PutFacts,
  type PutRefusal,
} from "~/domain/_kernel/master.ts";
import type { EventBase } from "./outbox.ts";
import type { Reader } from "./reader.ts";
import type { Tx } from "./tx.ts";

/**
 * A kind of master data: how a record is found by its natural key, and which rules hold for it.
 * The form, the API's PUT, a CSV row and the seed all save through `put` with the same kind.
 */
export type Master<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
> = MasterRules<Type, Record, Extra, Refusal, Also> & {
  key: (record: Record) => string;
  facts: (reader: Reader, record: Record) => PutFacts<Record, Extra>;
};

export type PutUnit<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
> = {
  load: (reader: Reader) => PutFacts<Record, Extra>;
  decide: (
    facts: PutFacts<Record, Extra>,
    by: By,
  ) => Decision<MasterSaved<Type, Record> | Also, Refusal | PutRefusal>;
};

/** The one path by which master data changes: hand the result to `act` or `transact`. */
export function put<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
>(
  master: Master<Type, Record, Extra, Refusal, Also>,
  record: Record,
  expected: Expected,
): PutUnit<Type, Record, Extra, Refusal, Also> {
  return {
    load: (reader) => master.facts(reader, record),
    decide: (facts, by) =>
      decidePut({ ...master, key: master.key(record), record, expected, facts }, by),
  };
}

type Row = { [column: string]: string | number | null };

/** The rows a saved record becomes: its own, and those of its parts. */
export type Rows = {
  table: Parameters<Tx["insert"]>[0];
  row: Row & { id: string; version: number };
  parts?: Part[];
};

type Part = {
  table: Parameters<Tx["insert"]>[0];
  /** The columns that say whose parts these are. */
  owner: Row;
  rows: Row[];
  /** Others refer to these parts: each is changed in place by its id and none is ever removed. */
  lasting?: boolean;
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
    for (const part of parts) {
      if (part.lasting) changeInPlace(tx, part);
      else replace(tx, part);
    }
  };
}

function replace(tx: Tx, { table, owner, rows }: Part): void {
  tx.remove(table, owner as never);
  if (rows.length > 0) tx.insert(table, rows as never);
}

function changeInPlace(tx: Tx, { table, owner, rows }: Part): void {
  for (const { id, ...set } of rows) {
    const changed = tx.change(table, { id, ...owner } as never, set as never);
    if (changed === 0) tx.insert(table, { id, ...set } as never);
  }
}
