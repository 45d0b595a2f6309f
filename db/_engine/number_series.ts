import type { NextNumber, Series } from "~/domain/_kernel/number.ts";
import { yearOf } from "~/domain/_kernel/period.ts";
import { prepared } from "./prepared.ts";
import type { Reader } from "./reader.ts";
import { ChangedMeanwhile, type Tx } from "./tx.ts";

const nextValue = prepared((reader, p: { series: string; year: number }) =>
  reader.from("number_series").select("next_value")
    .where("series", "=", p.series).where("year", "=", p.year)
);

/** The number the unit may use; it is taken by the writer of the event that carries it. */
export function nextNumber(facts: Reader, series: Series): NextNumber {
  const year = yearOf(facts.now);
  const [row] = nextValue(facts.asSystem("a series belongs to the house"), { series, year });
  return { series, year, value: row?.next_value ?? 1 };
}

/** Gap-free: the series moves in the commit that uses the number, or not at all. */
export function takeNumber(tx: Tx, { series, year, value }: NextNumber, count = 1): void {
  if (value === 1) return tx.insert("number_series", { series, year, next_value: 1 + count });
  const changed = tx.change("number_series", { series, year, next_value: value }, {
    next_value: value + count,
  });
  if (changed !== 1) throw new ChangedMeanwhile(`number ${series}-${year}-${value}`);
}
