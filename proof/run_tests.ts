/**
 * Every test a fresh machine can run: the rooms side by side, then the proofs one after the other,
 * since those start servers and a browser of their own. Ends with one line: N passed, N failed.
 */
const rooms = ["main_test.ts", "domain", "wasm", "db", "views", "routes", "jobs"];
const sanitizers = ["--sanitize-ops", "--sanitize-resources"];

type Tally = { passed: number; failed: number; skipped: number; code: number };

const runs: { paths: string[]; flags: string[] }[] = Deno.args.length > 0
  ? [{ paths: Deno.args, flags: sanitizers }]
  : [
    { paths: rooms, flags: [...sanitizers, "--parallel"] },
    { paths: ["proof"], flags: [] },
  ];

const total: Tally = { passed: 0, failed: 0, skipped: 0, code: 0 };
for (const { paths, flags } of runs) {
  const tally = await run(paths, flags);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  total.code ||= tally.code;
}
if (total.code !== 0 && total.failed === 0) total.failed = 1;
console.log(
  `${total.passed} passed, ${total.failed} failed${
    total.skipped ? `, ${total.skipped} skipped` : ""
  }`,
);
Deno.exit(total.failed === 0 ? 0 : 1);

async function run(paths: string[], flags: string[]): Promise<Tally> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--no-prompt", ...flags, ...paths],
    stdout: "piped",
    stderr: "inherit",
    env: { NO_COLOR: "1" },
  }).spawn();
  let tail = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    await Deno.stdout.write(new TextEncoder().encode(text));
    tail = (tail + text).slice(-4000);
  }
  const { code } = await child.status;
  const count = (what: string) =>
    Number(tail.match(new RegExp(`\\| (?:.*\\b)?(\\d+) ${what}`))?.[1] ?? 0);
  const [, passed = "0"] = /\| (\d+) passed/.exec(tail) ?? [];
  return { passed: Number(passed), failed: count("failed"), skipped: count("ignored"), code };
}
