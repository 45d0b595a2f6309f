import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { Expected, MasterSaved, PutRefusal } from "~/domain/_kernel/master.ts";
import type { EventBase } from "./outbox.ts";
import { type Master, put } from "./put.ts";
import type { Scope } from "./scope.ts";
import type { TestEngine } from "./testing.ts";
import type { Transacted } from "./transact.ts";

/** Saves a master record as a test's own author would, within a scope. */
export function saveAs<
  Type extends string,
  Record,
  Extra,
  Refusal extends RefusalBase,
  Also extends EventBase = never,
>(
  engine: TestEngine,
  master: Master<Type, Record, Extra, Refusal, Also>,
  { record, expected = "whatever", scope = { kind: "all" } }: {
    record: Record;
    expected?: Expected;
    scope?: Scope;
  },
): Promise<Transacted<MasterSaved<Type, Record> | Also, Refusal | PutRefusal>> {
  const unit = put(master, record, expected);
  return engine.transact<
    ReturnType<typeof unit.load>,
    MasterSaved<Type, Record> | Also,
    Refusal | PutRefusal
  >({ action: "test.put", author: engine.author, scope, ...unit });
}
