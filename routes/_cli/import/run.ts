import type { Engine } from "~/db/_engine/engine.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";
import type { Rehearsed } from "~/db/_engine/rehearse.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import type { Author } from "~/db/_engine/transact.ts";
import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { CsvRecord } from "~/routes/_entry/csv_read.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { importWords } from "~/views/_import/text.ts";
import type { Lang } from "~/views/_kit/text.ts";
import type { Heading } from "./heading.ts";
import { type Importer, type ImportKind, rightOf } from "./kind.ts";
import { type ImportGroup, type ImportRow, withHeading } from "./rows.ts";

export type Outcome = "created" | "changed" | "unchanged" | "refused";
export type RowOutcome = { record: CsvRecord; key: string; outcome: Outcome; reason?: string };

export type ImportRun = {
  engine: Pick<Engine, "transact" | "foresee" | "rehearse" | "reader">;
  kind: ImportKind;
  author: Author;
  importer: Importer;
  scope: Scope;
  lang: Lang;
  dryRun: boolean;
};

/** As many as share one durable commit; more would only wait. */
const inFlight = 64;
/** A preview of more rows would hold up everybody's writing for too long. */
export const mostRehearsed = 1_000;

/** A document's rows, which share its outcome. */
export type Settled = AsyncIterable<RowOutcome[]>;

/**
 * Every document through the same decision a form would ask for, its outcome in the order of the
 * file. The write queue is first in, first out: they are done in the order they stand in.
 */
export async function* importGroups(
  run: ImportRun,
  heading: Heading,
  groups: AsyncIterable<ImportGroup>,
): AsyncGenerator<RowOutcome[]> {
  const brought = new Set<string>();
  const waiting: Promise<RowOutcome[]>[] = [];
  for await (const group of groups) {
    if (waiting.length === inFlight) yield await waiting.shift()!;
    const outcomes = settle(run, heading, group, brought);
    // A fault in one of them is told when its turn comes; until then it must not end the process.
    outcomes.catch(() => {});
    waiting.push(outcomes);
  }
  for (const outcomes of waiting) yield await outcomes;
}

/**
 * What the file would do. Its documents are rehearsed one after the other, so that each meets what
 * those before it leave; in a file too long for that each is judged alone.
 */
export async function previewGroups(
  run: ImportRun,
  heading: Heading,
  groups: AsyncGenerator<ImportGroup>,
): Promise<{ isExact: boolean; settled: Settled }> {
  const read: ImportGroup[] = [];
  let rows = 0;
  for (let next = await groups.next(); !next.done; next = await groups.next()) {
    read.push(next.value);
    if ((rows += next.value.length) > mostRehearsed) {
      return { isExact: false, settled: importGroups(run, heading, joined(read, groups)) };
    }
  }
  return { isExact: true, settled: rehearsed(run, heading, read) };
}

async function* joined(read: readonly ImportGroup[], rest: AsyncIterable<ImportGroup>) {
  yield* read;
  yield* rest;
}

async function* rehearsed(
  run: ImportRun,
  heading: Heading,
  groups: readonly ImportGroup[],
): AsyncGenerator<RowOutcome[]> {
  const sound = groups.filter((group) => !brokenRow(group));
  const decisions = await run.engine.rehearse(sound.map((group) => unitOf(run, group)));
  for (const group of groups) {
    yield brokenRow(group)
      ? broken(run, heading, group)
      : told(run, heading, group, decisions.shift()!);
  }
}

async function settle(
  run: ImportRun,
  heading: Heading,
  group: ImportGroup,
  brought: Set<string>,
): Promise<RowOutcome[]> {
  const { kind, engine, dryRun } = run;
  if (brokenRow(group)) return broken(run, heading, group);
  const unit = unitOf(run, group);
  const decision = dryRun ? (await engine.foresee(unit)).decision : await engine.transact(unit);
  const isBroughtHere = dryRun && !decision.ok &&
    decision.refusals.every((refusal) => isBrought(kind, refusal, brought));
  const key = keyOf(kind, heading, group);
  if (decision.ok || isBroughtHere) brought.add(key);
  return isBroughtHere
    ? group.map(({ record }) => ({ record, key, outcome: "created" }))
    : told(run, heading, group, decision);
}

function brokenRow(group: ImportGroup): ImportRow | undefined {
  return group.find(({ problem }) => problem !== undefined);
}

function broken({ kind, lang }: ImportRun, heading: Heading, group: ImportGroup): RowOutcome[] {
  const key = keyOf(kind, heading, group);
  const { line } = brokenRow(group)!.record;
  const t = importWords(lang);
  return group.map((row) => refused(row, key, row.problem ?? t.brokenDocument(line)));
}

function told(
  { kind, lang }: ImportRun,
  heading: Heading,
  group: ImportGroup,
  decision: Rehearsed,
): RowOutcome[] {
  const key = keyOf(kind, heading, group);
  if (decision.ok) {
    return group.map(({ record }) => ({ record, key, outcome: outcomeOf(decision.events) }));
  }
  const reasons = reasonsOf({ kind, heading, lang }, group, decision.refusals);
  return group.map((row, at) => refused(row, key, reasons[at]!));
}

/** What each row is told: what is wrong with it, or which row of its document is the wrong one. */
function reasonsOf(
  reading: { kind: ImportKind; heading: Heading; lang: Lang },
  group: ImportGroup,
  refusals: readonly RefusalBase[],
): string[] {
  const { kind, lang } = reading;
  const said = group.map((): string[] => []);
  for (const refusal of refusals) {
    const { row, field } = placeOf(refusal, kind, group.length);
    said[row]!.push(withHeading(reading, field, wordsOf(refusal, kind.words(lang), lang)));
  }
  const wrong = group[said.findIndex((reasons) => reasons.length > 0)]!.record.line;
  return said.map((reasons) => reasons.join(" ") || importWords(lang).brokenDocument(wrong));
}

/** What concerns the document as a whole is told at its first row. */
function placeOf(
  { at = "" }: RefusalBase,
  { groupedBy }: ImportKind,
  rows: number,
): { row: number; field: string } {
  const [, part = "", index = "", field = ""] = at.split("/");
  if (!groupedBy || !/^\d+$/.test(index)) return { row: 0, field: part };
  const row = Number(index);
  return { row: row < rows ? row : 0, field };
}

function unitOf({ engine, kind, author, importer, scope }: ImportRun, group: ImportGroup) {
  const rows = group.map(({ value }) => value) as [unknown, ...unknown[]];
  const { load, decide, onBehalfOf } = kind.unit(rows, importer);
  const { resource, action } = rightOf(kind, importer);
  return {
    action: `${resource}.${action}`,
    author: onBehalfOf ? { ...author, onBehalfOf: onBehalfOf(engine.reader(scope)) } : author,
    scope,
    load,
    decide,
  };
}

/** A row that makes no sense is still known by what stands in its first column. */
function keyOf({ key, columns }: ImportKind, heading: Heading, group: ImportGroup): string {
  const known = group.find(({ value }) => value !== undefined);
  if (known) return key(known.value);
  const at = heading.fields.indexOf(columns[0]!.field);
  return group[0]?.record.cells?.[at] ?? "";
}

function refused({ record }: ImportRow, key: string, reason: string): RowOutcome {
  return { record, key, outcome: "refused", reason };
}

function isBrought(
  { waitsFor }: ImportKind,
  refusal: RefusalBase,
  brought: ReadonlySet<string>,
): boolean {
  const key = waitsFor?.(refusal) ?? null;
  return key !== null && brought.has(key);
}

function outcomeOf(events: readonly EventBase[]): Outcome {
  const [first] = events;
  if (!first) return "unchanged";
  return "before" in first && first.before !== null ? "changed" : "created";
}
