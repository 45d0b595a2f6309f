import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { plantWorld } from "~/proof/_kit/world.ts";
import { type Line, median, round } from "./line.ts";

/** The world of the capture bench, so that both tell of the same work. */
const [dealers, skus, tiers] = [32, 2000, 5];

type Sample = { atMs: number; mb: number };

/** Resident memory after a third of the time and at its end: minutes 1 and 3 where nothing else is said. */
export async function benchMemory(seconds = 180): Promise<Line[]> {
  await using place = await proofFolder();
  const { folder } = place;
  await withEngine(
    folder,
    (engine) => plantWorld(engine, { dealers, skus, tiers, stockOf: () => 1_000_000_000 }),
  );
  const server = await Started.start(folder);
  const idle = residentMb(server.child.pid);
  const samples = await underLoad(server, seconds);
  await server.stop();
  const [early, late] = [around(samples, seconds / 3), around(samples, seconds)];
  const input = (at: number) => `${dealers} clients, second ${Math.round(at)}`;
  return [
    { name: "memory_idle", value: idle, unit: "MB", input: "just started" },
    { name: "memory_early", value: early, unit: "MB", input: input(seconds / 3) },
    { name: "memory_late", value: late, unit: "MB", input: `${input(seconds)}, goal at most 256` },
    {
      name: "memory_growth",
      value: round(100 * (late - early) / early),
      unit: "%",
      input: `second ${Math.round(seconds / 3)} to ${Math.round(seconds)}, goal at most 10`,
    },
    {
      name: "memory_most",
      value: Math.max(...samples.map(({ mb }) => mb)),
      unit: "MB",
      input: "highest of all samples",
    },
  ];
}

async function underLoad(server: Started, seconds: number): Promise<Sample[]> {
  const script = new URL("generator.ts", import.meta.url).pathname;
  const generator = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-check", script, server.url],
      ...[dealers, seconds, skus].map(String),
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let isRunning = true;
  const output = generator.output().finally(() => isRunning = false);
  const samples: Sample[] = [];
  const beganMs = performance.now();
  while (isRunning) {
    samples.push({ atMs: performance.now() - beganMs, mb: residentMb(server.child.pid) });
    await new Promise((done) => setTimeout(done, 250));
  }
  const { accepted, refused } = JSON.parse(new TextDecoder().decode((await output).stdout));
  if (refused > 0 || accepted === 0) {
    throw new Error(`there was no load to measure under: ${accepted} taken, ${refused} refused`);
  }
  return samples;
}

/** The middle of what was seen in the tenth before that second: one sample may meet a collection. */
function around(samples: readonly Sample[], second: number): number {
  const near = samples.filter(({ atMs }) => atMs <= second * 1000 && atMs >= second * 900);
  return median((near.length > 0 ? near : samples.slice(-1)).map(({ mb }) => mb));
}

function residentMb(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

if (import.meta.main) {
  for (const line of await benchMemory(Number(Deno.args[0] ?? 180))) {
    console.log(JSON.stringify(line));
  }
}
