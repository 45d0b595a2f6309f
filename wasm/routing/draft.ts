import type { Part, RoutingProblem, Shipment } from "./problem.ts";
import { chargeSplits, planMinor, shipmentOf } from "./shipment.ts";
import type { Supply } from "./supply.ts";

/** A plan in the making: units of each line from each node, held in the order they were given. */
export interface Draft {
  parts: { node: number; line: number; quantity: number }[];
}

/**
 * A finished draft. The better of two ships more units, then breaks up fewer lines that a node has
 * whole, then costs less, then has fewer shipments.
 */
export interface Candidate {
  plan: Shipment[];
  costMinor: number;
  shippedUnits: number;
  brokenLines: number;
}

export function candidateOf(
  problem: RoutingProblem,
  supply: Supply,
  { parts }: Draft,
): Candidate {
  const byNode = new Map<number, Map<number, number>>();
  let shippedUnits = 0;
  for (const { node, line, quantity } of parts) {
    if (quantity === 0) continue;
    const lines = byNode.get(node) ?? new Map<number, number>();
    byNode.set(node, lines.set(line, (lines.get(line) ?? 0) + quantity));
    shippedUnits += quantity;
  }
  const shipments = [...byNode].map(([node, lines]) =>
    shipmentOf(problem, node, partsInOrder(lines))
  );
  const plan = chargeSplits(shipments, problem.splitMinor);
  const unbroken = unbrokenLines(supply, plan);
  const brokenLines = supply.isWhole.reduce((sum, is, line) => sum + is - unbroken[line]!, 0);
  return { plan, costMinor: planMinor(plan), shippedUnits, brokenLines };
}

function partsInOrder(lines: Map<number, number>): Part[] {
  return [...lines].map(([line, quantity]) => ({ line, quantity })).sort((a, b) => a.line - b.line);
}

/** 1 for each line that some node has whole and the plan does not ship in pieces. */
export function unbrokenLines(supply: Supply, plan: readonly Shipment[]): Uint8Array {
  const shipments = new Uint16Array(supply.lines);
  for (const { lines } of plan) for (const { line } of lines) shipments[line]!++;
  return supply.isWhole.map((isWhole, line) => isWhole && shipments[line]! <= 1 ? 1 : 0);
}

/** Whether `a` is better; a tie goes to the plan with the lower nodes. */
export function isBetter(a: Candidate, b: Candidate): boolean {
  const order = b.shippedUnits - a.shippedUnits || a.brokenLines - b.brokenLines ||
    a.costMinor - b.costMinor || a.plan.length - b.plan.length || compareNodes(a.plan, b.plan);
  return order < 0;
}

function compareNodes(a: Shipment[], b: Shipment[]): number {
  for (const [place, { node }] of a.entries()) {
    const order = node - b[place]!.node;
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether two candidates fulfil the order alike, so that their costs can be compared. */
export function isAsGood(a: Candidate, b: Candidate): boolean {
  return a.shippedUnits === b.shippedUnits && a.brokenLines === b.brokenLines;
}

export const nodesKey = (plan: readonly Shipment[]) => plan.map(({ node }) => node).join();

/** Units of each line that a plan ships. */
export function shippedOf(plan: readonly Shipment[], lines: number): Int32Array {
  const shipped = new Int32Array(lines);
  for (const shipment of plan) {
    for (const { line, quantity } of shipment.lines) shipped[line]! += quantity;
  }
  return shipped;
}

/**
 * Adds to a draft what is still missing of every line, from wherever stock and capacity are left:
 * nodes of the draft first, then the others in their order. Needed only when capacity leaves a line
 * that one node could have shipped without a node.
 */
export function fillWhatIsMissing(problem: RoutingProblem, supply: Supply, draft: Draft): void {
  const missing = Int32Array.from(problem.lines, ({ quantity }) => quantity);
  const capacity = Int32Array.from(problem.nodes, (node) => node.capacity);
  const give = supply.give.slice();
  const used = new Set<number>();
  for (const { node, line, quantity } of draft.parts) {
    missing[line]! -= quantity;
    capacity[node]! -= quantity;
    give[node * supply.lines + line]! -= quantity;
    used.add(node);
  }
  if (missing.every((units) => units <= 0)) return;
  const order = [...used, ...problem.nodes.keys()];
  for (let line = 0; line < supply.lines; line++) {
    for (const node of order) {
      if (missing[line]! <= 0) break;
      const at = node * supply.lines + line;
      const quantity = Math.min(missing[line]!, capacity[node]!, give[at]!);
      if (quantity <= 0) continue;
      draft.parts.push({ node, line, quantity });
      missing[line]! -= quantity;
      capacity[node]! -= quantity;
      give[at]! -= quantity;
    }
  }
}

export function partsOf(plan: readonly Shipment[]): Draft["parts"] {
  return plan.flatMap(({ node, lines }) => lines.map((part) => ({ node, ...part })));
}

export function bestOf(candidates: readonly Candidate[]): Candidate {
  return candidates.reduce((best, candidate) => isBetter(candidate, best) ? candidate : best);
}
