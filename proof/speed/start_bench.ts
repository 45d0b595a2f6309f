import { proofFolder } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { type Line, median, round } from "./line.ts";

const starts = 5;

/** How long an operator waits for `deno run main.ts` on last night's database; compiled files are cached. */
export async function benchStart(): Promise<Line[]> {
  await using place = await proofFolder();
  const { folder } = place;
  await (await Started.start(folder, { env: { QUANYU_SEED: "demo_zh" } })).stop();
  const [ready, wall]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < starts; turn++) {
    const beganMs = performance.now();
    const server = await Started.start(folder);
    wall.push(performance.now() - beganMs);
    ready.push(server.readyMs);
    await server.stop();
  }
  const input = `demo world, median of ${starts} starts`;
  return [
    { name: "start_ready", value: median(ready), unit: "ms", input: `${input}, goal at most 1000` },
    {
      name: "start_ready_slowest",
      value: Math.max(...ready),
      unit: "ms",
      input: `slowest of ${starts}`,
    },
    {
      name: "start_wall",
      value: round(median(wall)),
      unit: "ms",
      input: `${input}, from the command to the line it prints`,
    },
  ];
}

if (import.meta.main) {
  for (const line of await benchStart()) console.log(JSON.stringify(line));
}
