import type { Draft } from "./draft.ts";
import type { RoutingProblem } from "./problem.ts";
import { freightMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

const MOST_PASSES = 4;

/** What each node ships so far. */
interface Tally {
  gram: Float64Array;
  units: Float64Array;
  parts: Int32Array;
}

/** Moves whole lines between the nodes of a draft while that pays at the real, stepped rates. */
export function moveLines(problem: RoutingProblem, supply: Supply, { parts }: Draft): void {
  const tally = tallyOf(supply, parts);
  const nodes = [...problem.nodes.keys()].filter((node) => tally.parts[node]! > 0);
  for (let pass = 0, hasMoved = true; hasMoved && pass < MOST_PASSES; pass++) {
    hasMoved = false;
    for (const part of parts) {
      if (!supply.isWhole[part.line]) continue;
      const to = betterNode({ problem, supply, tally, nodes, part });
      if (to < 0) continue;
      add(tally, supply, part, -1);
      part.node = to;
      add(tally, supply, part, 1);
      hasMoved = true;
    }
  }
}

function tallyOf(supply: Supply, parts: Draft["parts"]): Tally {
  const tally: Tally = {
    gram: new Float64Array(supply.nodes),
    units: new Float64Array(supply.nodes),
    parts: new Int32Array(supply.nodes),
  };
  for (const part of parts) add(tally, supply, part, 1);
  return tally;
}

function add(tally: Tally, supply: Supply, part: Draft["parts"][number], sign: number): void {
  tally.gram[part.node]! += sign * part.quantity * supply.unitGram[part.line]!;
  tally.units[part.node]! += sign * part.quantity;
  tally.parts[part.node]! += sign;
}

interface Move {
  problem: RoutingProblem;
  supply: Supply;
  tally: Tally;
  nodes: number[];
  part: Draft["parts"][number];
}

/** The open node to which moving the part saves most, or -1. */
function betterNode({ problem, supply, tally, nodes, part }: Move): number {
  const { node: from, line, quantity } = part;
  const weightGram = quantity * supply.unitGram[line]!;
  const rateOf = (node: number) => problem.nodes[node]!.rate;
  const freight = freightMinor(rateOf(from), tally.gram[from]!);
  const saved = tally.parts[from] === 1
    ? freight + supply.startMinor[from]! - rateOf(from).firstPriceMinor
    : freight - freightMinor(rateOf(from), tally.gram[from]! - weightGram);
  let most = 0, to = -1;
  for (const node of saved > 0 ? nodes : []) {
    if (node === from || tally.parts[node] === 0) continue;
    if (supply.give[node * supply.lines + line]! < quantity) continue;
    if (tally.units[node]! + quantity > problem.nodes[node]!.capacity) continue;
    const paid = freightMinor(rateOf(node), tally.gram[node]! + weightGram) -
      freightMinor(rateOf(node), tally.gram[node]!);
    if (saved - paid <= most) continue;
    most = saved - paid;
    to = node;
  }
  return to;
}
