import assert from "node:assert/strict";
import {
  dayOf,
  isWithin,
  overlaps,
  type Period,
  plusDays,
  plusMs,
  startOfDay,
  weekdayOf,
  yearOf,
} from "./period.ts";

const at = (day: string) => `2026-03-${day}T00:00:00.000Z`;
const days = (from: string, until: string | null): Period => ({
  from: at(from),
  until: until === null ? null : at(until),
});

const moments: [period: Period, day: string, within: boolean][] = [
  [days("02", "04"), "01", false],
  [days("02", "04"), "02", true],
  [days("02", "04"), "03", true],
  [days("02", "04"), "04", false],
  [days("02", null), "31", true],
  [days("02", null), "01", false],
];

for (const [period, day, within] of moments) {
  Deno.test(`isWithin() from ${period.from} until ${period.until} on day ${day}: ${within}`, () => {
    assert.equal(isWithin(period, at(day)), within);
  });
}

const pairs: [name: string, a: Period, b: Period, overlapping: boolean][] = [
  ["touching ends", days("01", "03"), days("03", "05"), false],
  ["one shared day", days("01", "04"), days("03", "05"), true],
  ["one inside the other", days("01", "09"), days("03", "05"), true],
  ["an open end", days("01", null), days("20", "21"), true],
  ["an open end that begins after", days("21", null), days("01", "21"), false],
  ["two open ends", days("01", null), days("20", null), true],
];

for (const [name, a, b, overlapping] of pairs) {
  Deno.test(`overlaps() with ${name}`, () => {
    assert.equal(overlaps(a, b), overlapping);
    assert.equal(overlaps(b, a), overlapping);
  });
}

Deno.test("a business day begins at midnight in China, eight hours before that of UTC", () => {
  assert.equal(dayOf("2026-12-31T15:59:59.999Z"), "2026-12-31");
  assert.equal(dayOf("2026-12-31T16:00:00.000Z"), "2027-01-01");
  assert.equal(yearOf("2026-12-31T15:59:59.999Z"), 2026);
  assert.equal(yearOf("2026-12-31T16:00:00.000Z"), 2027);
  assert.equal(startOfDay("2027-01-01"), "2026-12-31T16:00:00.000Z");
  assert.equal(dayOf(startOfDay("2027-01-01")), "2027-01-01");
  assert.equal(dayOf("2026-12-31T16:00:00.000Z", 0), "2026-12-31");
});

Deno.test("plusMs() and plusDays() carry over months, leap days and years", () => {
  assert.equal(plusMs("2026-12-31T23:59:59.999Z", 1), "2027-01-01T00:00:00.000Z");
  assert.equal(plusMs("2026-01-01T00:00:00.000Z", -1), "2025-12-31T23:59:59.999Z");
  assert.equal(plusDays("2028-02-28", 1), "2028-02-29");
  assert.equal(plusDays("2026-02-28", 1), "2026-03-01");
  assert.equal(plusDays("2026-01-01", -1), "2025-12-31");
});

Deno.test("weekdayOf() counts from Sunday", () => {
  assert.equal(weekdayOf("2026-11-22"), 0);
  assert.equal(weekdayOf("2026-11-23"), 1);
  assert.equal(weekdayOf("2026-11-28"), 6);
});
