import assert from "node:assert/strict";
import { faultReason, jsonOf, type LogLine, logToConsole } from "./log.ts";
import { openLogStream } from "./log_stream.ts";

const canary = "CANARY7f3a";

Deno.test("faultReason() says which fault and where, and leaves out what was given", () => {
  const reason = faultReason(new TypeError(`no writer for OrderSubmitted in "${canary}"`));
  assert.match(reason, /^TypeError: no writer for OrderSubmitted in … .*log_test\.ts:\d+:\d+$/);
  assert.doesNotMatch(reason, /CANARY/);
  assert.equal(faultReason(canary), "string");
});

Deno.test("logToConsole() writes one line of JSON whatever the reason holds", () => {
  const said: string[] = [];
  const { log } = console;
  console.log = (line: string) => void said.push(line);
  logToConsole({
    event: "fault",
    level: "error",
    reason: "one\r\ntwo\u001b[31m" + "x".repeat(900),
  });
  console.log = log;
  assert.equal(said.length, 1);
  const line = JSON.parse(said[0]!);
  assert.match(line.reason, /^one {2}two \[31mx+$/);
  assert.equal(line.reason.length, 500);
  assert.match(line.at, /^\d{4}-/);
});

Deno.test("faultReason() leaves out names, numbers, addresses and files that nobody quoted", () => {
  const said =
    "no 王静 with 13800001111, +86 138-0000-1111 or wang@example.com in /a/file.csv, 3 tries";
  assert.match(
    faultReason(new Error(said)),
    /^Error: no … with …, … or … in … 3 tries .*log_test\.ts:\d+:\d+$/,
  );
});

Deno.test("jsonOf() writes the allowed fields and nothing else, whatever it is handed", () => {
  const smuggled = {
    event: "request",
    level: "info",
    phone: canary,
    reason: { name: canary } as unknown as string,
    status: 200,
  } as LogLine;
  assert.deepEqual(JSON.parse(jsonOf(smuggled, "now")), {
    at: "now",
    event: "request",
    level: "info",
    status: 200,
  });
});

const line = (count: number, level: LogLine["level"] = "info"): LogLine => ({
  event: "e",
  level,
  count,
});
const countsIn = (texts: string[]) =>
  texts.map((text) => text.trim().split("\n").map((each) => JSON.parse(each).count));

Deno.test("openLogStream() gathers lines, writes trouble at once, and keeps none at the end", async () => {
  const texts: string[] = [];
  const write = (text: string) => Promise.resolve(void texts.push(text));
  const stream = openLogStream({ write });
  [1, 2].forEach((n) => stream.log(line(n)));
  assert.deepEqual(texts, []);
  stream.log(line(3, "error"));
  stream.log(line(4));
  await stream.close();
  assert.deepEqual(countsIn(texts), [[1, 2, 3], [4]]);
});

Deno.test("openLogStream() writes what is gathered within a moment", async () => {
  const heard = Promise.withResolvers<string>();
  const stream = openLogStream({ write: (text) => Promise.resolve(heard.resolve(text)) });
  stream.log(line(1));
  assert.deepEqual(countsIn([await heard.promise]), [[1]]);
  await stream.close();
});

Deno.test("openLogStream() never waits for its reader: it drops, and says how many", async () => {
  const texts: string[] = [];
  const reading = Promise.withResolvers<void>();
  const write = (text: string) => {
    texts.push(text);
    return texts.length === 1 ? reading.promise : Promise.resolve();
  };
  const stream = openLogStream({ write });
  for (let n = 0; n < 100_000; n++) stream.log(line(n));
  const closing = stream.close();
  reading.resolve();
  await closing;
  const lines = texts.join("").trim().split("\n").map((each) => JSON.parse(each));
  const lost = lines.find(({ event }) => event === "log_lines_lost");
  assert.ok(lost.count > 0);
  assert.equal(lines.length - 1 + lost.count, 100_000);
});

Deno.test("openLogStream({ onlyTrouble }) leaves out what is merely said", async () => {
  const texts: string[] = [];
  const write = (text: string) => Promise.resolve(void texts.push(text));
  const stream = openLogStream({ write, onlyTrouble: true });
  stream.log(line(1));
  stream.log(line(2, "warn"));
  await stream.close();
  assert.deepEqual(countsIn(texts), [[2]]);
});
