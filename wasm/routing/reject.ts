import { type Candidate, isAsGood } from "./draft.ts";
import { type Columns, costOfKey } from "./engine.ts";
import type { Part, Rejection, RoutingProblem, Shipment } from "./problem.ts";
import { freightMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

/** What the rejections are made of, one place a node. */
export interface Evidence {
  linesShort: Int32Array;
  unitsShort: Float64Array;
  /** What it would cost more to make the node ship something; Infinity when it cannot ship any line. */
  extraMinor: Float64Array;
  isExact: boolean;
}

/** The reason of every node outside the plan: its broken rule, else its price, else what it lacks. */
export function rejectionsOf<Rule extends string>(
  { nodes, lines }: RoutingProblem<Rule>,
  plan: readonly Shipment[],
  evidence: Evidence,
): Rejection<Rule>[] {
  const rejected: Rejection<Rule>[] = [];
  let orderUnits = 0, next = 0;
  for (const { quantity } of lines) orderUnits += quantity;
  for (let node = 0; node < nodes.length; node++) {
    if (next < plan.length && plan[next]!.node === node) {
      next++;
      continue;
    }
    const { brokenRule: rule, capacity } = nodes[node]!;
    const linesShort = evidence.linesShort[node]!, unitsShort = evidence.unitsShort[node]!;
    const extraMinor = evidence.extraMinor[node]!;
    if (rule !== null) rejected.push({ node, reason: "ineligible", rule });
    else if (extraMinor < Infinity) {
      const exact = evidence.isExact;
      rejected.push({ node, reason: "cost", extraMinor, exact, linesShort, unitsShort });
    } else if (unitsShort === orderUnits) {
      rejected.push({ node, reason: "no_stock", linesShort, unitsShort });
    } else if (linesShort < lines.length || capacity === 0) {
      rejected.push({ node, reason: "capacity", capacity, linesShort, unitsShort });
    } else rejected.push({ node, reason: "short_stock", linesShort, unitsShort });
  }
  return rejected;
}

/** From the exact engine; its forced keys become extra costs in place. */
export function evidenceOfEngine(columns: Columns, nodes: number): Evidence {
  const { forcedKey: extraMinor, linesShort, unitsShort, outcome } = columns;
  const costMinor = costOfKey(outcome[0]!);
  for (let node = 0; node < nodes; node++) {
    extraMinor[node] = costOfKey(extraMinor[node]!) - costMinor;
  }
  return { linesShort, unitsShort, extraMinor, isExact: outcome[6] === 1 };
}

/**
 * An estimate from above: the cheapest of handing the node one line, all it can take of one shipment
 * or all it can take, and of the other plans found that use it.
 */
export function evidenceOfMoves(
  problem: RoutingProblem,
  supply: Supply,
  chosen: Candidate,
  others: readonly Candidate[],
): Evidence {
  const extraMinor = Float64Array.from(
    problem.nodes,
    (_, node) => extraByMove(problem, supply, chosen.plan, node),
  );
  for (const other of others) {
    if (!isAsGood(other, chosen)) continue;
    const extra = other.costMinor - chosen.costMinor;
    for (const { node } of other.plan) extraMinor[node] = Math.min(extraMinor[node]!, extra);
  }
  return { ...shortagesOf(problem), extraMinor, isExact: false };
}

function shortagesOf({ nodes, lines, stock }: RoutingProblem) {
  const linesShort = new Int32Array(nodes.length), unitsShort = new Float64Array(nodes.length);
  for (let node = 0, at = 0; node < nodes.length; node++) {
    for (let line = 0; line < lines.length; line++, at++) {
      const short = lines[line]!.quantity - Math.max(0, stock[at]!);
      if (short <= 0) continue;
      linesShort[node]!++;
      unitsShort[node]! += short;
    }
  }
  return { linesShort, unitsShort };
}

function extraByMove(
  problem: RoutingProblem,
  supply: Supply,
  plan: readonly Shipment[],
  to: number,
): number {
  const { rate, capacity } = problem.nodes[to]!;
  const begin = supply.startMinor[to]! - rate.firstPriceMinor;
  let least = Infinity, savedByAll = 0, gramOfAll = 0, unitsOfAll = 0;
  for (const shipment of plan) {
    let grams = 0, units = 0, isEmptied = true;
    for (const part of shipment.lines) {
      const quantity = movable(supply, part, to);
      const weightGram = quantity * supply.unitGram[part.line]!;
      if (quantity < part.quantity) isEmptied = false;
      if (quantity === 0) continue;
      grams += weightGram;
      units += quantity;
      if (quantity > capacity || shipment.lines.length === 1) continue;
      least = Math.min(
        least,
        begin + freightMinor(rate, weightGram) - saving(problem, shipment, weightGram),
      );
    }
    if (units === 0) continue;
    const saved = isEmptied ? closing(problem, shipment) : saving(problem, shipment, grams);
    if (units <= capacity) least = Math.min(least, begin + freightMinor(rate, grams) - saved);
    savedByAll += saved;
    gramOfAll += grams;
    unitsOfAll += units;
  }
  if (unitsOfAll > 0 && unitsOfAll <= capacity) {
    least = Math.min(least, begin + freightMinor(rate, gramOfAll) - savedByAll);
  }
  return Math.max(0, least);
}

function movable(supply: Supply, { line, quantity }: Part, to: number): number {
  const give = supply.give[to * supply.lines + line]!;
  return supply.isWhole[line] && give < quantity ? 0 : Math.min(give, quantity);
}

function saving({ nodes }: RoutingProblem, shipment: Shipment, weightGram: number): number {
  const left = freightMinor(nodes[shipment.node]!.rate, shipment.weightGram - weightGram);
  return shipment.freightMinor - left;
}

function closing({ splitMinor }: RoutingProblem, shipment: Shipment): number {
  return shipment.freightMinor + shipment.handlingMinor + shipment.fixedMinor + splitMinor;
}
