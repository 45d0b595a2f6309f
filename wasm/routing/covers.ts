import type { RoutingProblem } from "./problem.ts";
import type { Supply } from "./supply.ts";
import { parcelMinor } from "./shipment.ts";

const MOST_SOURCES = 12;
const MOST_COVERS = 48;

/** The sets of nodes that together hold a line with none to spare. */
export interface Covers {
  line: number;
  sets: number[][];
  /** Whether these are all minimal covers there are. */
  isComplete: boolean;
}

/**
 * Nodes are taken by falling stock, so a set is minimal exactly when its last node crosses the
 * quantity: each minimal cover is met once, those of few nodes first.
 */
export function coversOf(problem: RoutingProblem, supply: Supply, line: number): Covers {
  const give = (node: number) => supply.give[node * supply.lines + line]!;
  const sources = [...problem.nodes.keys()].filter((node) => give(node) > 0)
    .sort((a, b) => give(b) - give(a) || a - b);
  const wanted = supply.reachable[line]!;
  const covers: Covers = { line, sets: [], isComplete: true };
  const chosen = promising(problem, supply, sources, line);
  if (sumOf(chosen, give) < wanted) return { line, sets: [sources], isComplete: false };
  covers.isComplete = chosen.length === sources.length;
  extend(covers, { sources: chosen, give, from: 0, missing: wanted, set: [] });
  covers.sets.sort((a, b) => a.length - b.length);
  return covers;
}

interface Branch {
  sources: number[];
  give(node: number): number;
  from: number;
  missing: number;
  set: number[];
}

function extend(covers: Covers, { sources, give, from, missing, set }: Branch): void {
  let rest = sumOf(sources.slice(from), give);
  for (let place = from; place < sources.length && rest >= missing; place++) {
    if (covers.sets.length === MOST_COVERS) {
      covers.isComplete = false;
      return;
    }
    const node = sources[place]!, next = [...set, node], left = missing - give(node);
    if (left <= 0) covers.sets.push(next);
    else extend(covers, { sources, give, from: place + 1, missing: left, set: next });
    rest -= give(node);
  }
}

/** All sources when they are few; else those with most stock and those cheapest for a unit, by falling stock. */
function promising(
  problem: RoutingProblem,
  supply: Supply,
  sources: number[],
  line: number,
): number[] {
  if (sources.length <= MOST_SOURCES) return sources;
  const unitMinor = (node: number) => {
    const units = supply.give[node * supply.lines + line]!;
    return parcelMinor(problem, node, units * supply.unitGram[line]!) / units;
  };
  const byPrice = sources.toSorted((a, b) => unitMinor(a) - unitMinor(b) || a - b);
  const some = MOST_SOURCES / 2;
  const chosen = new Set([...sources.slice(0, some), ...byPrice.slice(0, some)]);
  return sources.filter((node) => chosen.has(node));
}

function sumOf(nodes: readonly number[], give: (node: number) => number): number {
  return nodes.reduce((sum, node) => sum + give(node), 0);
}
