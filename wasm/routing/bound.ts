import type { RoutingProblem } from "./problem.ts";
import { type Candidate, shippedOf, unbrokenLines } from "./draft.ts";
import type { Supply } from "./supply.ts";

const MOST_ROUNDS = 120;
const WORK = 1_500_000;
/** More than sums of a thousand floats can be off, so that a bound rounded up stays a bound. */
const ROUNDING = 1e-9;

export interface Bound {
  minor: number;
  /** The nodes open where the bound was found: a good place to search from. */
  open: number[];
}

/**
 * A lower bound on every plan that ships what `candidate` ships and breaks up no line it does not:
 * the Lagrangian dual of uncapacitated facility location (Cornuejols, Fisher, Nemhauser 1977) by
 * subgradient steps. "Each line is shipped once" is priced into the objective, so each node decides
 * alone; freight is bounded from below by its slope times a share (0, 1/2 or 1, whichever bounds
 * best) of the weight above the first. Valid after every round, whatever the steps.
 */
export function lowerBound(problem: RoutingProblem, supply: Supply, candidate: Candidate): Bound {
  const { nodes, lines } = supply;
  const shipped = shippedOf(candidate.plan, lines);
  const share = sharesOf(supply, shipped, unbrokenLines(supply, candidate.plan));
  const gram = Float64Array.from(shipped, (units, line) => units * supply.unitGram[line]!);
  const price = firstPrices(problem, candidate, gram);
  const surplus = new Float64Array(lines);
  const bestBound: Bound = { minor: 0, open: [] };
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(WORK / (nodes * lines)));
  let step = 1, stale = 0;
  for (let round = 0; round < rounds; round++) {
    const open: number[] = [];
    let bound = -problem.splitMinor, scale = candidate.costMinor;
    for (let line = 0; line < lines; line++) {
      surplus[line] = shipped[line]! > 0 ? 1 : 0;
      if (shipped[line]! === 0) continue;
      bound += price[line]!;
      scale += Math.abs(price[line]!);
    }
    for (let node = 0; node < nodes; node++) {
      const gain = openNode({ problem, supply, share, gram, price, surplus, node });
      bound += gain;
      if (gain < 0) open.push(node);
    }
    const proven = Math.ceil(bound - ROUNDING * (scale + 1));
    if (proven > bestBound.minor) Object.assign(bestBound, { minor: proven, open });
    if (bestBound.minor >= candidate.costMinor) break;
    if (proven === bestBound.minor) stale = 0;
    else if (++stale === 4) {
      step /= 2;
      stale = 0;
    }
    if (!movePrices(price, surplus, step * (candidate.costMinor - bound + 1))) break;
  }
  bestBound.minor = Math.min(bestBound.minor, candidate.costMinor);
  return bestBound;
}

/** The part of each shipped line that each node could ship; all or nothing when the line stays unbroken. */
function sharesOf(supply: Supply, shipped: Int32Array, unbroken: Uint8Array): Float64Array {
  const share = new Float64Array(supply.give.length);
  for (let at = 0, line = 0; at < share.length; at++) {
    const units = shipped[line]!;
    const part = units > 0 ? Math.min(1, supply.give[at]! / units) : 0;
    share[at] = unbroken[line] && part < 1 ? 0 : part;
    if (++line === supply.lines) line = 0;
  }
  return share;
}

/** Prices to begin with: what the candidate pays, spread over each shipment's lines by weight. */
function firstPrices(
  problem: RoutingProblem,
  { plan }: Candidate,
  gram: Float64Array,
): Float64Array {
  const price = new Float64Array(gram.length);
  for (const shipment of plan) {
    const cost = shipment.freightMinor + shipment.handlingMinor + shipment.fixedMinor +
      problem.splitMinor;
    for (const { line, quantity } of shipment.lines) {
      const partGram = quantity * problem.lines[line]!.weightGram;
      price[line]! += cost * (partGram + 1) / (shipment.weightGram + shipment.lines.length);
    }
  }
  return price;
}

interface Opening {
  problem: RoutingProblem;
  supply: Supply;
  share: Float64Array;
  gram: Float64Array;
  price: Float64Array;
  surplus: Float64Array;
  node: number;
}

/** What opening the node adds to the bound (0 when it stays shut); takes what it ships from `surplus`. */
function openNode({ problem, supply, share, gram, price, surplus, node }: Opening): number {
  const { lines } = supply, row = node * lines;
  const slope = supply.slope[node]!, free = problem.nodes[node]!.rate.firstWeightGram;
  let none = 0, half = 0, whole = 0;
  for (let line = 0; line < lines; line++) {
    const part = share[row + line]!;
    if (part === 0) continue;
    const worth = price[line]!, freight = slope * gram[line]!;
    if (worth > 0) none -= part * worth;
    if (worth > freight / 2) half += part * (freight / 2 - worth);
    if (worth > freight) whole += part * (freight - worth);
  }
  half -= slope * free / 2;
  whole -= slope * free;
  const most = Math.max(none, half, whole);
  const gain = supply.startMinor[node]! + most;
  if (gain >= 0) return 0;
  const theta = most === whole ? 1 : most === half ? 0.5 : 0;
  for (let line = 0; line < lines; line++) {
    const part = share[row + line]!;
    if (part > 0 && price[line]! > theta * slope * gram[line]!) surplus[line]! -= part;
  }
  return gain;
}

/** Raises the price of what no node ships and lowers that of what several ship; false when all is balanced. */
function movePrices(price: Float64Array, surplus: Float64Array, gap: number): boolean {
  let norm = 0;
  for (let line = 0; line < surplus.length; line++) norm += surplus[line]! * surplus[line]!;
  if (norm < ROUNDING) return false;
  const scale = gap / norm;
  for (let line = 0; line < price.length; line++) price[line]! += scale * surplus[line]!;
  return true;
}
