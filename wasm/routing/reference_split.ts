import type { RoutingProblem, Shipment } from "./problem.ts";
import { parcelMinor } from "./shipment.ts";

/**
 * The least cost of shipping `wanted[line]` units of each line, trying every division of every line
 * over the nodes; lines with `isWhole` go in one piece. Infinity when it cannot be done.
 */
export function referenceSplitMinor(
  problem: RoutingProblem,
  wanted: readonly number[],
  isWhole: readonly boolean[],
): number {
  const { nodes, lines, stock, splitMinor } = problem;
  const gram = nodes.map(() => 0), units = nodes.map(() => 0);
  let least = Infinity;

  const costMinor = () => {
    const used = [...nodes.keys()].filter((node) => units[node]! > 0);
    return used.reduce((sum, node) => sum + parcelMinor(problem, node, gram[node]!), 0) +
      Math.max(0, used.length - 1) * splitMinor;
  };
  const place = (line: number, node: number, left: number): void => {
    if (line === lines.length) least = Math.min(least, costMinor());
    else if (left === 0) place(line + 1, 0, wanted[line + 1] ?? 0);
    else if (node < nodes.length) {
      for (const quantity of choices(line, node, left)) {
        units[node]! += quantity;
        gram[node]! += quantity * lines[line]!.weightGram;
        place(line, node + 1, left - quantity);
        units[node]! -= quantity;
        gram[node]! -= quantity * lines[line]!.weightGram;
      }
    }
  };
  const choices = (line: number, node: number, left: number): number[] => {
    if (nodes[node]!.brokenRule !== null) return [0];
    const have = Math.min(stock[node * lines.length + line]!, nodes[node]!.capacity - units[node]!);
    if (isWhole[line]) return have >= left ? [0, left] : [0];
    return Array.from({ length: Math.max(0, Math.min(have, left)) + 1 }, (_, quantity) => quantity);
  };
  place(0, 0, wanted[0]!);
  return least;
}

/** The least cost of any plan that ships what this one ships and breaks up no line this one does not. */
export function leastOfKindMinor(problem: RoutingProblem, plan: readonly Shipment[]): number {
  const { nodes, lines, stock } = problem;
  const partsOf = (line: number) =>
    plan.flatMap((shipment) => shipment.lines.filter((part) => part.line === line));
  const wanted = lines.map((_, line) =>
    partsOf(line).reduce((sum, { quantity }) => sum + quantity, 0)
  );
  const isWhole = lines.map(({ quantity }, line) =>
    partsOf(line).length <= 1 &&
    nodes.some(({ brokenRule, capacity }, node) =>
      brokenRule === null && capacity >= quantity && stock[node * lines.length + line]! >= quantity
    )
  );
  return referenceSplitMinor(problem, wanted, isWhole);
}
