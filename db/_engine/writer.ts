import { AsyncLocalStorage } from "node:async_hooks";
import { ChangedMeanwhile, Tx } from "./tx.ts";
import { type Connection, openWriter } from "./native.ts";
import { ofUnit, surviveStrays } from "./strays.ts";
import { WaitingLine } from "./waiting_line.ts";

/** The disk or the database is in trouble: 503 with Retry-After, reads go on. */
export class TemporarilyUnavailable extends Error {
  override name = "TemporarilyUnavailable";
}

/** A unit waited for something that is not the database, or left a statement unawaited. */
export class UnitFault extends Error {
  override name = "UnitFault";
}

type Waiting = {
  work: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Next = { item: Waiting; background: boolean };
type Outcome =
  | { unit: Waiting; ok: true; value: unknown }
  | { unit: Waiting; ok: false; error: unknown; onlyThisUnitUndone: boolean };

const unitsInGroup = 64;
const groupMs = 20;
const gatherTurns = 4;
const busyTries = 40;
const busyWaitMs = 25;
const pauseMs = 3;
/** Nobody has written for this long: time to move the log into the file. */
const quietMs = 300;
/** Enough for whatever nobody awaits to reach its next statement; a third of a microsecond. */
const settlingTurns = 16;

/** The unit the running code belongs to: a flag would also refuse a stranger who comes by. */
const currentUnit = new AsyncLocalStorage<Tx>();

export type WriterHooks = {
  /** After a group is durable, before anybody hears of it: a proof may linger here. */
  afterCommit?: () => Promise<void>;
  /** After a group with changes is durable and answered. */
  committed?: () => void;
};

/**
 * The one writer: units wait in line and run strictly one after the other, each in a savepoint, in
 * groups that share one durable commit.
 */
export class Writer {
  #connection: Connection;
  #line = new WaitingLine<Waiting>();
  #draining = false;
  #checkpoint: ReturnType<typeof setTimeout> | undefined;
  #wakeUp: (() => void) | null = null;
  #closing = false;
  #idle: (() => void)[] = [];
  #closed: Promise<void> | null = null;

  constructor(readonly path: string, readonly hooks: WriterHooks = {}) {
    surviveStrays();
    this.#connection = openWriter(path);
  }

  get waiting(): number {
    return this.#line.length;
  }

  /** For tests of the durability settings, after opening and after re-opening. */
  get connection(): Connection {
    return this.#connection;
  }

  /**
   * Runs `work` as one unit; answers after its commit is on disk. `background`: nobody waits for it,
   * so it gives way to those for whom somebody does.
   */
  write<Result>(
    work: (tx: Tx) => Promise<Result>,
    { background = false }: { background?: boolean } = {},
  ): Promise<Result> {
    const outer = currentUnit.getStore();
    if (outer && !outer.ended) {
      outer.failed = true;
      return Promise.reject(
        ofUnit(new UnitFault("transact inside transact would wait for ever")),
      );
    }
    if (this.#closing) return Promise.reject(new TemporarilyUnavailable("the writer is closing"));
    return new Promise<Result>((resolve, reject) => {
      const waiting = { work, resolve: resolve as (value: unknown) => void, reject };
      this.#line.push(waiting, background);
      if (!background) this.#wakeUp?.();
      if (!this.#draining) {
        this.#draining = true;
        setImmediate(() => this.#drain());
      }
    });
  }

  /** Finishes what waits, then closes; later calls are refused. */
  close(): Promise<void> {
    return this.#closed ??= this.#finish();
  }

  async #finish(): Promise<void> {
    this.#closing = true;
    if (this.#draining) await new Promise<void>((done) => this.#idle.push(done));
    clearTimeout(this.#checkpoint);
    this.#emptyLog("truncate");
    this.#connection.close();
  }

  async #drain(): Promise<void> {
    while (this.#line.length > 0) {
      const first = this.#line.next(performance.now(), 0);
      if (first) await this.#runGroup(first);
      else await this.#pause();
      await this.#gather();
    }
    this.#draining = false;
    clearTimeout(this.#checkpoint);
    this.#checkpoint = setTimeout(() => this.#emptyLog("passive"), quietMs);
    this.#idle.splice(0).forEach((done) => done());
  }

  /** Those who were answered together come back together: they shall meet in one group again. */
  async #gather(): Promise<void> {
    for (let [turn, seen] = [0, 0]; turn < gatherTurns; turn++) {
      await macrotask();
      if (this.#line.length <= seen) return;
      seen = this.#line.length;
    }
  }

  /** One that fails is made up for by the next, or by the commit that finds the log too long. */
  #emptyLog(how: "passive" | "truncate"): void {
    if (this.#draining) return;
    try {
      this.#connection.exec(`pragma wal_checkpoint(${how})`);
    } catch {
      this.#reopen();
    }
  }

  /** Only background work waits and a request was here a moment ago: until another comes, or a moment has passed. */
  async #pause(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((done) => {
      this.#wakeUp = done;
      timer = setTimeout(done, pauseMs);
    });
    clearTimeout(timer);
    this.#wakeUp = null;
  }

  async #runGroup(first: Next): Promise<void> {
    if (!await this.#begin(first)) return;
    const outcomes: Outcome[] = [];
    const startedMs = performance.now();
    let background = 0;
    for (let next: Next | null = first; next;) {
      const outcome = await this.#runUnit(next.item);
      outcomes.push(outcome);
      if (next.background) background += 1;
      if (!outcome.ok && !outcome.onlyThisUnitUndone) {
        return this.#lose(outcomes, `the whole group was undone: ${outcome.error}`);
      }
      const nowMs = performance.now();
      const isFull = outcomes.length >= unitsInGroup || nowMs - startedMs >= groupMs;
      next = isFull ? null : this.#line.next(nowMs, background);
    }
    try {
      this.#connection.exec("commit");
    } catch (error) {
      return this.#lose(outcomes, String(error));
    }
    if (this.hooks.afterCommit) await this.hooks.afterCommit();
    for (const outcome of outcomes) {
      if (outcome.ok) outcome.unit.resolve(outcome.value);
      else outcome.unit.reject(outcome.error);
    }
    if (outcomes.some(({ ok }) => ok)) this.hooks.committed?.();
  }

  /** Only what fails at BEGIN is tried again, each time on a fresh connection: a busy one is poisoned. */
  async #begin(first: Next): Promise<boolean> {
    let why: unknown;
    for (let tried = 0; tried < busyTries; tried++) {
      try {
        this.#connection.exec("begin immediate");
        return true;
      } catch (error) {
        why = error;
        this.#reopen();
        await new Promise((done) => setTimeout(done, busyWaitMs));
      }
    }
    for (const { reject } of [first.item, ...this.#line.takeAll()]) {
      reject(new TemporarilyUnavailable(`no transaction could be begun: ${why}`));
    }
    return false;
  }

  async #runUnit(unit: Waiting): Promise<Outcome> {
    const tx = new Tx(this.#connection);
    try {
      this.#connection.run("savepoint unit");
      const value = await this.#withinOneMacrotask(unit.work, tx);
      for (let turn = 0; turn < settlingTurns; turn++) {
        assertSound(tx);
        await null;
      }
      tx.end();
      this.#connection.run("release unit");
      return { unit, ok: true, value };
    } catch (error) {
      tx.end();
      return { unit, ok: false, error, onlyThisUnitUndone: this.#undoUnit() };
    }
  }

  /** False when SQLite has undone more than the unit, or will not say. */
  #undoUnit(): boolean {
    try {
      if (!this.#connection.inTransaction) return false;
      this.#connection.exec("rollback to unit");
      this.#connection.exec("release unit");
      return true;
    } catch {
      return false;
    }
  }

  /** The database answers without leaving the microtasks; a unit that is not done by then waits for the world. */
  async #withinOneMacrotask(work: Waiting["work"], tx: Tx): Promise<unknown> {
    let watch: ReturnType<typeof setImmediate> | undefined;
    const overdue = new Promise<never>((_, reject) => {
      watch = setImmediate(() =>
        reject(new UnitFault("a unit may await nothing but the database; it was undone"))
      );
    });
    try {
      return await Promise.race([currentUnit.run(tx, () => work(tx)), overdue]);
    } finally {
      clearImmediate(watch);
    }
  }

  /**
   * SQLite has undone the whole group, or nobody knows: no unit may say it is done, and those of the
   * group that had not begun share its fate rather than meet the same full disk one by one.
   */
  #lose(outcomes: Outcome[], why: string): void {
    this.#reopen();
    const group = outcomes.map(({ unit }) => unit);
    group.push(...this.#line.takeAll(unitsInGroup - group.length));
    for (const { reject } of group) reject(new TemporarilyUnavailable(why));
  }

  /** A connection that does not open stays closed: the next BEGIN fails on it and tries again. */
  #reopen(): void {
    try {
      this.#connection.close();
    } catch {
      // A connection that cannot even close is left behind; the new one is what counts.
    }
    try {
      this.#connection = openWriter(this.path);
    } catch {
      // Nobody hears of it here: BEGIN reports it once its tries are used up.
    }
  }
}

function assertSound(tx: Tx): void {
  if (tx.failed) throw new UnitFault("a statement failed and nobody looked");
  if (tx.underway !== 0) throw new UnitFault("a statement was begun but not awaited");
}

export { ChangedMeanwhile };

function macrotask(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
