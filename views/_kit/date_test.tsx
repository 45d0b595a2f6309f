import assert from "node:assert/strict";
import { date, moment, promise, type Reading, time, When } from "./date.tsx";

const now = "2026-11-22T02:43:00Z";
const zh: Reading = { lang: "zh", now };
const en: Reading = { lang: "en", now };

Deno.test("dates are short this year, whole in another, and times today", () => {
  const cases: [(iso: string, reading: Reading) => string, string, string, string][] = [
    [date, "2026-11-25", "11-25", "25 Nov"],
    [date, "2026-03-05", "03-05", "5 Mar"],
    [date, "2027-01-03", "2027-01-03", "3 Jan 2027"],
    [date, "2026-11-22T16:30:00Z", "11-23", "23 Nov"],
    [date, "2025-12-31T16:00:00Z", "01-01", "1 Jan"],
    [time, "2026-11-22T02:42:59Z", "10:42", "10:42"],
    [time, "2026-11-21T16:05:00Z", "00:05", "00:05"],
    [moment, "2026-11-22T02:42:00Z", "10:42", "10:42"],
    [moment, "2026-11-21T16:00:00Z", "00:00", "00:00"],
    [moment, "2026-11-21T12:11:00Z", "11-21 20:11", "21 Nov 20:11"],
    [moment, "2025-12-30T01:00:00Z", "2025-12-30 09:00", "30 Dec 2025 09:00"],
    [moment, "2026-11-22", "11-22", "22 Nov"],
    [promise, "2026-11-25", "11-25 周三", "Wed 25 Nov"],
    [promise, "2027-01-03", "2027-01-03 周日", "Sun 3 Jan 2027"],
  ];
  for (const [format, iso, chinese, english] of cases) {
    assert.equal(format(iso, zh), chinese, `${format.name} ${iso}`);
    assert.equal(format(iso, en), english, `${format.name} ${iso}`);
  }
});

Deno.test("date() reads the page's own time zone", () => {
  const iso = "2026-11-22T16:30:00Z";
  assert.equal(date(iso, { ...zh, timeZone: "Europe/London" }), "11-22");
  assert.equal(time(iso, { ...zh, timeZone: "Europe/London" }), "16:30");
});

Deno.test("When carries the machine form, and a dash for nothing", () => {
  const html = String(<When at="2026-11-25" reading={zh} />);
  assert.equal(html, '<time datetime="2026-11-25">11-25</time>');
  assert.equal(String(<When at={null} reading={zh} />), "—");
});
