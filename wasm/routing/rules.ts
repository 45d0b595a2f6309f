import type { Draft } from "./draft.ts";
import type { RoutingProblem } from "./problem.ts";
import { parcelMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

/** Rule: nodes by what the whole order would cost from them, each ships all it can. */
export function cheapestFirst(problem: RoutingProblem, supply: Supply): Draft {
  let orderGram = 0;
  for (const { quantity, weightGram } of problem.lines) orderGram += quantity * weightGram;
  const price = problem.nodes.map((_, node) => parcelMinor(problem, node, orderGram));
  const order = [...price.keys()].sort((a, b) => price[a]! - price[b]! || a - b);
  return takeInTurn(problem, supply, order);
}

/** Rule: again and again the node that has most of the lines still open. */
export function mostLinesFirst(problem: RoutingProblem, supply: Supply): Draft {
  const isOpen = Uint8Array.from(supply.isWhole);
  const order: number[] = [];
  for (;;) {
    const node = nodeWithMost(problem, supply, isOpen);
    if (node < 0) break;
    order.push(node);
    for (let line = 0; line < supply.lines; line++) {
      if (hasWhole(problem, supply, node, line)) isOpen[line] = 0;
    }
  }
  const others = [...problem.nodes.keys()].filter((node) => !order.includes(node));
  return takeInTurn(problem, supply, [...order, ...others]);
}

/** The cheapest node that can ship the whole order, or -1. */
export function cheapestSingle(problem: RoutingProblem, supply: Supply): number {
  let orderGram = 0, orderUnits = 0, least = Infinity, chosen = -1;
  for (const { quantity, weightGram } of problem.lines) {
    orderGram += quantity * weightGram;
    orderUnits += quantity;
  }
  for (let node = 0; node < supply.nodes; node++) {
    const hasAll = problem.nodes[node]!.capacity >= orderUnits &&
      problem.lines.every((_, line) => hasWhole(problem, supply, node, line));
    const price = hasAll ? parcelMinor(problem, node, orderGram) : Infinity;
    if (price >= least) continue;
    least = price;
    chosen = node;
  }
  return chosen;
}

function nodeWithMost(problem: RoutingProblem, supply: Supply, isOpen: Uint8Array): number {
  let most = 0, chosen = -1;
  for (let node = 0; node < supply.nodes; node++) {
    let count = 0;
    for (let line = 0; line < supply.lines; line++) {
      if (isOpen[line] && hasWhole(problem, supply, node, line)) count++;
    }
    if (count <= most) continue;
    most = count;
    chosen = node;
  }
  return chosen;
}

function hasWhole({ lines }: RoutingProblem, supply: Supply, node: number, line: number): boolean {
  return supply.give[node * supply.lines + line]! >= lines[line]!.quantity;
}

/** Each node in turn ships every whole line it has, and its units of the lines that must be split. */
function takeInTurn(problem: RoutingProblem, supply: Supply, order: readonly number[]): Draft {
  const missing = Int32Array.from(supply.reachable);
  const parts: Draft["parts"] = [];
  for (const node of order) {
    let capacity = problem.nodes[node]!.capacity;
    for (let line = 0; line < supply.lines; line++) {
      const least = supply.isWhole[line] ? missing[line]! : 1;
      const quantity = Math.min(supply.give[node * supply.lines + line]!, missing[line]!, capacity);
      if (quantity === 0 || quantity < least) continue;
      parts.push({ node, line, quantity });
      missing[line]! -= quantity;
      capacity -= quantity;
    }
  }
  return { parts };
}
