/** Gap-free series: the next value is read and raised inside the unit that uses it. */
export type Series = "SO" | "SH" | "RC" | "PK" | "JV" | "SE";

/** SO-2026-000123: the series, its year, six digits (more when a year needs them). */
export function businessNumber(series: Series, year: number, value: number): string {
  return `${series}-${year}-${String(value).padStart(6, "0")}`;
}

export type NextNumber = { series: Series; year: number; value: number };

export function numberOf(next: NextNumber): string {
  return businessNumber(next.series, next.year, next.value);
}
