import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { Target } from "./dialect.ts";
import { migrate } from "./migrate.ts";
import { Connection, openReader } from "./native.ts";
import type { EventBase } from "./outbox.ts";
import { Reader } from "./reader.ts";
import { rehearse, type Rehearsed } from "./rehearse.ts";
import type { Scope } from "./scope.ts";
import { realSeams, type Seams } from "./seams.ts";
import {
  type EventWriters,
  foresee,
  type Foreseen,
  makeTransact,
  type Transact,
  type Unit,
} from "./transact.ts";
import { Writer, type WriterHooks } from "./writer.ts";

export type Engine = {
  readonly path: string;
  readonly seams: Seams;
  readonly writer: Writer;
  readonly read: ReadingConnection;
  readonly transact: Transact;
  foresee<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
    unit: Pick<Unit<Loaded, Event, Refusal>, "author" | "scope" | "load" | "decide">,
  ): Promise<Foreseen<Loaded, Event, Refusal>>;
  /** What units would decide one after the other; nothing of it stays. */
  rehearse(units: readonly Unit<unknown, EventBase, RefusalBase>[]): Promise<Rehearsed[]>;
  reader(scope: Scope): Reader;
  /** Full sight, for jobs and commands; the reason stands in the code. */
  asSystem(reason: string): Reader;
  /** Told after each commit which events it held: to drop what was remembered, to wake the relay. */
  onCommit(listener: (events: readonly EventBase[]) => void): void;
  close(): Promise<void>;
};

/** A reading connection that is opened anew after an unexpected error. */
export class ReadingConnection implements Target {
  #connection: Connection;

  constructor(readonly path: string) {
    this.#connection = openReader(path);
  }

  all<Row>(sql: string, params: Parameters<Connection["all"]>[1]): Row[] {
    return this.#guarded(() => this.#connection.all<Row>(sql, params));
  }

  run(sql: string, params: Parameters<Connection["run"]>[1]): { changes: number } {
    return this.#guarded(() => this.#connection.run(sql, params));
  }

  close(): void {
    this.#connection.close();
  }

  #guarded<Result>(use: () => Result): Result {
    try {
      return use();
    } catch (error) {
      this.#connection.close();
      this.#connection = openReader(this.path);
      throw error;
    }
  }
}

export function openEngine(
  { path, writers, seams = realSeams(), hooks, beforeMigrating }: {
    path: string;
    writers: EventWriters;
    seams?: Seams;
    hooks?: WriterHooks;
    beforeMigrating?: (from: number) => void;
  },
): Engine {
  const writer = new Writer(path, hooks);
  try {
    migrate(writer.connection, seams.now(), { beforeFirst: beforeMigrating });
  } catch (error) {
    writer.connection.close();
    throw error;
  }
  const read = new ReadingConnection(path);
  const listeners: ((events: readonly EventBase[]) => void)[] = [];
  const tell = (events: readonly EventBase[]) => listeners.forEach((listener) => listener(events));
  return {
    path,
    seams,
    writer,
    read,
    transact: makeTransact({ writer, read, writers, seams }, tell),
    foresee: (unit) => foresee({ read, seams }, unit),
    rehearse: (units) => rehearse({ writer, writers, seams }, units),
    reader: (scope) => new Reader(read, scope, seams.now()),
    asSystem: (reason) => new Reader(read, { kind: "none" }, seams.now()).asSystem(reason),
    onCommit: (listener) => void listeners.push(listener),
    async close() {
      await writer.close();
      read.close();
    },
  };
}
