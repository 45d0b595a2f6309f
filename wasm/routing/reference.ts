import type { RoutingProblem } from "./problem.ts";
import { parcelMinor } from "./shipment.ts";

/** One way to ship whole lines: `nodeOf[line]`, or -1 for a line left out. */
interface Choice {
  nodeOf: number[];
  nodes: Set<number>;
  served: number;
  units: number;
  costMinor: number;
}

export interface ReferenceResult {
  nodeOf: number[];
  costMinor: number;
  /** The least cost among plans for the same lines from another set of nodes, or Infinity. */
  runnerUpMinor: number;
  /** For each node the least cost of a plan for the same lines in which it ships something. */
  forcedMinor: number[];
}

/**
 * The oracle: tries every assignment of whole lines to nodes and sorts them by the rule of the
 * README. Orders of a few lines and nodes only.
 */
export function referenceRoute(problem: RoutingProblem): ReferenceResult {
  const choices = allChoices(problem);
  const best = choices.reduce((a, b) => isBetter(b, a) ? b : a);
  const same = choices.filter(({ served }) => served === best.served);
  const leastCost = (of: Choice[]) => Math.min(...of.map(({ costMinor }) => costMinor));
  return {
    nodeOf: best.nodeOf,
    costMinor: best.costMinor,
    runnerUpMinor: leastCost(same.filter(({ nodes }) => !isSameSet(nodes, best.nodes))),
    forcedMinor: problem.nodes.map((_, node) => leastCost(same.filter((c) => c.nodes.has(node)))),
  };
}

function allChoices(problem: RoutingProblem): Choice[] {
  const places = [-1, ...problem.nodes.keys()];
  let assignments: number[][] = [[]];
  for (const _ of problem.lines) {
    assignments = assignments.flatMap((nodeOf) => places.map((node) => [...nodeOf, node]));
  }
  return assignments.filter((nodeOf) => isFeasible(problem, nodeOf)).map((nodeOf) =>
    choiceOf(problem, nodeOf)
  );
}

function isFeasible({ nodes, lines, stock }: RoutingProblem, nodeOf: number[]): boolean {
  const handled = nodes.map(() => 0);
  for (const [line, node] of nodeOf.entries()) {
    if (node < 0) continue;
    const { quantity } = lines[line]!;
    if (nodes[node]!.brokenRule !== null || stock[node * lines.length + line]! < quantity) {
      return false;
    }
    handled[node]! += quantity;
  }
  return handled.every((units, node) => units <= nodes[node]!.capacity);
}

function choiceOf(problem: RoutingProblem, nodeOf: number[]): Choice {
  const gram = new Map<number, number>();
  let served = 0, units = 0;
  for (const [line, node] of nodeOf.entries()) {
    if (node < 0) continue;
    const { quantity, weightGram } = problem.lines[line]!;
    gram.set(node, (gram.get(node) ?? 0) + quantity * weightGram);
    served |= 1 << line;
    units += quantity;
  }
  let costMinor = Math.max(0, gram.size - 1) * problem.splitMinor;
  for (const [node, weightGram] of gram) costMinor += parcelMinor(problem, node, weightGram);
  return { nodeOf, nodes: new Set(gram.keys()), served, units, costMinor };
}

/** Most units, least cost, fewest shipments, highest lines, then line by line the lower node and its larger parcel. */
function isBetter(a: Choice, b: Choice): boolean {
  const order = b.units - a.units || a.costMinor - b.costMinor || a.nodes.size - b.nodes.size ||
    b.served - a.served || compareParcels(a.nodeOf, b.nodeOf);
  return order < 0;
}

function compareParcels(a: number[], b: number[]): number {
  for (const line of a.keys()) {
    const order = a[line]! - b[line]! || parcelWith(b, line) - parcelWith(a, line);
    if (order !== 0) return order;
  }
  return 0;
}

function parcelWith(nodeOf: number[], line: number): number {
  return nodeOf.reduce((set, node, other) => node === nodeOf[line] ? set | 1 << other : set, 0);
}

function isSameSet(a: Set<number>, b: Set<number>): boolean {
  return a.size === b.size && [...a].every((node) => b.has(node));
}
