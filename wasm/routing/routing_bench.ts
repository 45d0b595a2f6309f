/**
 *     deno run -A wasm/routing/routing_bench.ts
 *
 * One JSON object a line. `value` is the typed door with the kernel behind it (checking, copying
 * in, solving, explaining every node, building the result); `twin_value` is the same with the twin.
 */
import type { Engine } from "./engine.ts";
import { copyIn } from "./exact.ts";
import { kernelEngine } from "./kernel_engine.ts";
import { routeWith } from "./mod.ts";
import type { RoutingProblem } from "./problem.ts";
import { referenceRoute } from "./reference.ts";
import { dice, sampleProblem, type SampleShape } from "./sample.ts";
import { twinEngine } from "./twin.ts";

interface Line {
  name: string;
  value: number;
  unit: string;
  input: string;
  twin_value?: number;
}

function print(line: Line): void {
  console.log(JSON.stringify(line));
}

const rounded = (value: number) => Number(value.toPrecision(3));

const WARM_UP_CALLS = 3000;
const BLOCKS = 5;

/** Sorted times in microseconds, one list for each of five blocks of rounds, after the compilers have settled. */
function timesOf(
  problems: RoutingProblem[],
  rounds: number,
  act: (problem: RoutingProblem) => void,
): number[][] {
  const warmUps = Math.min(WARM_UP_CALLS, rounds * problems.length);
  for (let call = 0; call < warmUps; call++) act(problems[call % problems.length]!);
  return Array.from({ length: BLOCKS }, () => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const problem of problems) {
        const startedMs = performance.now();
        act(problem);
        times.push((performance.now() - startedMs) * 1000);
      }
    }
    return times.sort((a, b) => a - b);
  });
}

/** The median over the blocks of the value at that share of the times: one busy neighbour spoils one block. */
function share(blocks: number[][], part: number): number {
  const values = blocks.map((times) => times[Math.floor((times.length - 1) * part)]!);
  return values.sort((a, b) => a - b)[BLOCKS >> 1]!;
}

function problemsOf(shapes: SampleShape[], count: number): RoutingProblem[] {
  const roll = dice(1);
  return Array.from(
    { length: count },
    (_, place) => sampleProblem(shapes[place % shapes.length]!, roll),
  );
}

function benchDoor(name: string, input: string, problems: RoutingProblem[], rounds: number): void {
  const door = (engine: Engine) =>
    timesOf(problems, rounds, (problem) => routeWith(engine, problem));
  const kernel = door(kernelEngine), twin = door(twinEngine);
  for (const [label, part] of [["p50", 0.5], ["p99", 0.99]] as const) {
    print({
      name: `${name}_${label}`,
      value: rounded(share(kernel, part)),
      unit: "us",
      input,
      twin_value: rounded(share(twin, part)),
    });
  }
}

function benchEngine(
  name: string,
  input: string,
  problems: RoutingProblem[],
  rounds: number,
): void {
  const raw = (engine: Engine) =>
    timesOf(problems, rounds, (problem) => {
      copyIn(engine, problem);
      engine.solve(problem.lines.length, problem.nodes.length, true);
    });
  const kernel = share(raw(kernelEngine), 0.5), twin = share(raw(twinEngine), 0.5);
  print({
    name: `${name}_engine_p50`,
    value: rounded(kernel),
    unit: "us",
    input,
    twin_value: rounded(twin),
  });
  print({ name: `${name}_twin_over_kernel`, value: rounded(twin / kernel), unit: "x", input });
}

const upTo6 = [1, 2, 3, 4, 5, 6].map((lines) => ({ nodes: 400, lines, coverPercent: 50 }));
const exactCases: [string, string, RoutingProblem[], number][] = [
  ["route_up_to_6_lines", "1 to 6 lines, 400 nodes, 50 % cover", problemsOf(upTo6, 120), 20],
  ["route_6_lines", "6 lines, 400 nodes, 50 % cover", problemsOf(upTo6.slice(5), 60), 30],
  [
    "route_6_lines_dense",
    "6 lines, 400 nodes, 80 % cover",
    problemsOf([{ nodes: 400, lines: 6, coverPercent: 80 }], 60),
    30,
  ],
  [
    "route_6_lines_light",
    "6 lines, 400 nodes, 50 % cover, all under the first weight",
    problemsOf([{ nodes: 400, lines: 6, coverPercent: 50, isLight: true }], 60),
    30,
  ],
  [
    "route_12_lines",
    "12 lines, 400 nodes, 50 % cover",
    problemsOf([{ nodes: 400, lines: 12, coverPercent: 50 }], 30),
    5,
  ],
  [
    "route_6_lines_20_nodes",
    "6 lines, 20 nodes, 60 % cover",
    problemsOf([{ nodes: 20, lines: 6, coverPercent: 60 }], 100),
    30,
  ],
];
for (const [name, input, problems, rounds] of exactCases) {
  benchDoor(name, input, problems, rounds);
  benchEngine(name, input, problems, rounds);
}

const tiny = problemsOf([{ nodes: 5, lines: 4, coverPercent: 60 }], 20);
const kernelTiny = share(timesOf(tiny, 5, (problem) => routeWith(kernelEngine, problem)), 0.5);
const referenceTiny = share(timesOf(tiny, 5, referenceRoute), 0.5);
print({
  name: "reference_over_kernel",
  value: rounded(referenceTiny / kernelTiny),
  unit: "x",
  input: "4 lines, 5 nodes",
});

for (const [nodes, lines] of [[10, 1000], [50, 1000], [400, 13], [10, 100]] as const) {
  const problems = problemsOf([{ nodes, lines, coverPercent: 60 }], 8);
  const input = `${lines} lines, ${nodes} nodes, 60 % cover`;
  const times = timesOf(problems, 3, (problem) => routeWith(kernelEngine, problem));
  print({
    name: `search_${lines}x${nodes}_p50`,
    value: rounded(share(times, 0.5) / 1000),
    unit: "ms",
    input,
  });
  print({
    name: `search_${lines}x${nodes}_max`,
    value: rounded(share(times, 1) / 1000),
    unit: "ms",
    input,
  });
  const gaps = problems.map((problem) => {
    const { costMinor, boundMinor } = routeWith(kernelEngine, problem);
    return 100 * (costMinor / boundMinor - 1);
  });
  const gap = gaps.reduce((sum, value) => sum + value, 0) / gaps.length;
  print({ name: `search_${lines}x${nodes}_gap`, value: rounded(gap), unit: "%", input });
}
