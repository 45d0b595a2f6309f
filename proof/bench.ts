import { benchBytes } from "./speed/bytes_bench.ts";
import { benchCapture } from "./speed/capture_bench.ts";
import { benchLists } from "./speed/list_bench.ts";
import { benchMemory } from "./speed/memory_bench.ts";
import { benchStart } from "./speed/start_bench.ts";

type Line = { name: string; value: number; unit: string; input: string; twin_value?: number };

/** Every bench by name; each tells its numbers one JSON object a line. */
const benches: Record<string, (args: string[]) => Promise<Line[]> | AsyncIterable<Line>> = {
  routing: () => script("wasm/routing/routing_bench.ts"),
  capture: ([seconds = "10"]) => benchCapture(Number(seconds)),
  list: () => benchLists(),
  bytes: () => benchBytes(),
  start: () => benchStart(),
  memory: ([seconds = "180"]) => benchMemory(Number(seconds)),
};

const [name, ...args] = Deno.args;
const chosen = name === undefined ? Object.keys(benches) : [name];
for (const each of chosen) {
  const bench = benches[each];
  if (!bench) {
    console.error(
      `There is no bench called ${each}. There are: ${Object.keys(benches).join(", ")}`,
    );
    Deno.exit(2);
  }
  for await (const line of await bench(args)) console.log(JSON.stringify(line));
}

/** A bench that prints its own lines, in a process of its own: its compilers start cold. */
async function script(path: string): Promise<Line[]> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", new URL(`../${path}`, import.meta.url).pathname],
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  if (code !== 0) throw new Error(`${path} ended with ${code}`);
  return [];
}
