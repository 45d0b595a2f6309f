import { sql } from "kysely";
import {
  type Branch,
  type Keyset,
  type KeysetPage,
  keysetPage,
  type Step,
} from "~/db/_engine/keyset.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { numberRanges } from "~/db/platform/search.ts";
import type { Stage } from "~/domain/order/order.ts";

type Range = [from: string, until: string];

/** Every number of a range with its order; who may see it is asked next. */
const inRange = (direction: "asc" | "desc") =>
  prepared((reader, p: { from: string; until: string; low: string; high: string; limit: number }) =>
    reader.from("sales_order").select(["id", "number"])
      .where("number", ">=", p.from).where("number", "<", p.until)
      .where("number", ">", p.low).where("number", "<", p.high)
      .orderBy("number", direction).limit(sql<number>`${p.limit}`)
  );
const newest = inRange("desc");
const oldest = inRange("asc");

const inSight = prepared((
  reader,
  p: { ids: readonly string[]; any: number; stages: readonly string[] },
) =>
  reader.from("sales_order").select("id").where("id", "in", among(p.ids))
    // The plus keeps SQLite on the ids.
    .where(sql<boolean>`(${p.any} or +stage in ${among(p.stages)})`)
);

const idsOf = prepared((reader, p: { numbers: readonly string[] }) =>
  reader.from("sales_order").select(["id", "number"]).where("number", "in", among(p.numbers))
);

/** A beginning that leaves more than three digits open would be half the list, not a search. */
const longEnough = ([from]: Range) => /^SO-\d{4}-\d{3}/.test(from);

/** Ranges of order numbers that what was typed means; none where it is no number. */
export function rangesOf(typed: string, now: string): Range[] {
  return numberRanges(typed, now).filter(longEnough);
}

const stretch = 200;

/**
 * Numbers of a range that are in sight, looked up a stretch at a time: the range is short, what one
 * may see may be long, and SQLite would begin with the latter.
 */
function* numbersIn(
  reader: Reader,
  [from, until]: Range,
  { newestFirst, low, high }: Step,
  stages: readonly Stage[] | null,
): Generator<string> {
  const system = numbersOfTheHouse(reader);
  const query = newestFirst ? newest : oldest;
  for (let open = { low, high };;) {
    const rows = query(system, { from, until, ...open, limit: stretch });
    const ids = rows.map(({ id }) => id);
    const found = inSight(reader, { ids, any: stages ? 0 : 1, stages: stages ?? [] });
    const seen = new Set(found.map(({ id }) => id));
    for (const { id, number } of rows) if (seen.has(id)) yield number;
    const last = rows.at(-1);
    if (last === undefined || rows.length < stretch) return;
    open = newestFirst ? { low, high: last.number } : { low: last.number, high };
  }
}

function numbersOfTheHouse(reader: Reader): Reader {
  return reader.asSystem("numbers of a short range; each order is then looked for in sight");
}

/** A page by number instead of id: numbers of one series are given in the order of time. */
export function pageOfNumbers(
  reader: Reader,
  ranges: readonly Range[],
  { stages, page }: { stages: readonly Stage[] | null; page: KeysetPage },
): Keyset & { ids: string[] } {
  const branches = ranges.map((range): Branch => (step) =>
    numbersIn(reader, range, step, stages).take(step.limit).toArray()
  );
  const found = keysetPage(branches, page);
  const rows = idsOf(numbersOfTheHouse(reader), { numbers: found.keys });
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  return { ...found, ids: found.keys.map((number) => ids.get(number)!) };
}
