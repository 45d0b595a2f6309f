import type { Part, RateCard, RoutingProblem, Shipment } from "./problem.ts";

/** First weight plus started steps. */
export function freightMinor(rate: RateCard, weightGram: number): number {
  const overGram = weightGram - rate.firstWeightGram;
  const steps = overGram > 0 ? Math.ceil(overGram / rate.stepWeightGram) : 0;
  return rate.firstPriceMinor + steps * rate.stepPriceMinor;
}

/** What a node ships alone, without the charge for a split. */
export function parcelMinor(problem: RoutingProblem, node: number, weightGram: number): number {
  const { rate, handlingMinor, fixedMinor } = problem.nodes[node]!;
  return freightMinor(rate, weightGram) + handlingMinor + fixedMinor;
}

/** One shipment of each node from its parts; the split charge is added by `chargeSplits`. */
export function shipmentOf(problem: RoutingProblem, node: number, lines: Part[]): Shipment {
  const { rate, handlingMinor, fixedMinor } = problem.nodes[node]!;
  let weightGram = 0;
  for (const { line, quantity } of lines) {
    weightGram += quantity * problem.lines[line]!.weightGram;
  }
  const freight = freightMinor(rate, weightGram);
  return {
    node,
    lines,
    weightGram,
    freightMinor: freight,
    handlingMinor,
    fixedMinor,
    splitMinor: 0,
  };
}

/** Orders the shipments by node and charges all but the first. */
export function chargeSplits(shipments: Shipment[], splitMinor: number): Shipment[] {
  shipments.sort((a, b) => a.node - b.node);
  for (let place = 1; place < shipments.length; place++) shipments[place]!.splitMinor = splitMinor;
  return shipments;
}

export function planMinor(plan: readonly Shipment[]): number {
  let sum = 0;
  for (const { freightMinor, handlingMinor, fixedMinor, splitMinor } of plan) {
    sum += freightMinor + handlingMinor + fixedMinor + splitMinor;
  }
  return sum;
}

/** The plan in which `nodeOf[line]` ships the whole line; -1 ships nothing. */
export function planOf(problem: RoutingProblem, nodeOf: ArrayLike<number>): Shipment[] {
  const shipments: Shipment[] = [];
  for (let line = 0; line < problem.lines.length; line++) {
    const node = nodeOf[line]!;
    if (node < 0 || shipments.some((shipment) => shipment.node === node)) continue;
    const parts: Part[] = [];
    for (let other = line; other < problem.lines.length; other++) {
      if (nodeOf[other] === node) {
        parts.push({ line: other, quantity: problem.lines[other]!.quantity });
      }
    }
    shipments.push(shipmentOf(problem, node, parts));
  }
  return chargeSplits(shipments, problem.splitMinor);
}
