import { type Candidate, candidateOf, type Draft, fillWhatIsMissing } from "./draft.ts";
import { moveLines } from "./move_lines.ts";
import type { RoutingProblem } from "./problem.ts";
import { cheapestSingle } from "./rules.ts";
import { parcelMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

const WORK = 2_500_000;
const LEAST_OPENED = 24;
const LINES_OPENED = 16_000;

/** A set of nodes with what the assignment of all lines to it costs. */
interface Trial {
  open: number[];
  missing: number;
  costMinor: number;
}

/** Scratch of one order, so that a trial allocates nothing of its size; `work` counts down. */
interface Ground {
  problem: RoutingProblem;
  supply: Supply;
  gram: Float64Array;
  capacity: Int32Array;
  work: number;
}

/**
 * Plans for orders above the exact engine's limit, by local search over sets of open nodes: open
 * one, shut one, exchange two, each line going to the open node with the cheapest gram; then single
 * lines move while that pays at the real rates. It starts from the sets of the drafts (whose own
 * plans are among the results, so the best is never worse than theirs), from `hints`, and from the
 * best single node.
 */
export function searchPlans(
  problem: RoutingProblem,
  supply: Supply,
  from: { drafts: Draft[]; hints: number[][] },
): Candidate[] {
  const ground: Ground = {
    problem,
    supply,
    gram: new Float64Array(supply.nodes),
    capacity: new Int32Array(supply.nodes),
    work: WORK,
  };
  const starts = [...from.drafts.map(nodesOf), ...from.hints];
  const candidates = from.drafts.map((draft) => finish(ground, draft));
  const single = cheapestSingle(problem, supply);
  if (single >= 0) starts.push([single]);
  const found = starts.map((start) => improve(ground, tryNodes(ground, start)));
  const best = found.reduce((a, b) => isLess(b, a) ? b : a);
  for (
    const trial of new Map([...found, ...runnersUp(ground, best)].map((t) => [t.open.join(), t]))
      .values()
  ) {
    candidates.push(finish(ground, draftOf(ground, trial.open)));
  }
  return candidates;
}

function nodesOf({ parts }: Draft): number[] {
  return [...new Set(parts.map(({ node }) => node))].sort((a, b) => a - b);
}

/** Assigns all lines to the open nodes, and writes the parts down when asked to. */
function tryNodes(ground: Ground, nodes: readonly number[], parts?: Draft["parts"]): Trial {
  const { problem, supply, gram, capacity } = ground;
  const open = nodes.toSorted((a, b) => supply.slope[a]! - supply.slope[b]! || a - b);
  ground.work -= supply.lines * (open.length + 1);
  for (const node of open) {
    gram[node] = -1;
    capacity[node] = problem.nodes[node]!.capacity;
  }
  let missing = 0;
  for (let line = 0; line < supply.lines; line++) {
    const wanted = supply.reachable[line]!, isWhole = supply.isWhole[line] === 1;
    let left = wanted;
    for (let place = 0; place < open.length && left > 0; place++) {
      const node = open[place]!;
      const quantity = Math.min(left, supply.give[node * supply.lines + line]!, capacity[node]!);
      if (quantity === 0 || (isWhole && quantity < wanted)) continue;
      parts?.push({ node, line, quantity });
      capacity[node]! -= quantity;
      gram[node] = Math.max(0, gram[node]!) + quantity * supply.unitGram[line]!;
      left -= quantity;
    }
    missing += left;
  }
  const used = open.filter((node) => gram[node]! >= 0).sort((a, b) => a - b);
  let costMinor = 0;
  for (const node of used) {
    costMinor += parcelMinor(problem, node, gram[node]!) + problem.splitMinor;
  }
  return { open: used, missing, costMinor };
}

function isLess(a: Trial, b: Trial): boolean {
  const order = a.missing - b.missing || a.costMinor - b.costMinor || a.open.length - b.open.length;
  return order < 0;
}

/** Steepest descent over the neighbours of a set until none is better or the work is spent. */
function improve(ground: Ground, from: Trial): Trial {
  let current = from;
  const extras = worthOpening(ground);
  while (ground.work > 0) {
    const best = bestNeighbour(ground, current.open, extras);
    if (!best || !isLess(best, current)) return current;
    current = best;
  }
  return current;
}

function bestNeighbour(ground: Ground, open: number[], extras: number[]): Trial | undefined {
  let best: Trial | undefined;
  for (const nodes of neighbours(open, extras)) {
    if (ground.work <= 0) break;
    const trial = tryNodes(ground, nodes);
    if (!best || isLess(trial, best)) best = trial;
  }
  return best;
}

function* neighbours(open: number[], extras: number[]): Generator<number[]> {
  for (const node of open) if (open.length > 1) yield open.filter((other) => other !== node);
  for (const extra of extras) {
    if (open.includes(extra)) continue;
    yield [...open, extra];
    for (const node of open) yield [...open.filter((other) => other !== node), extra];
  }
}

/** The best trials next to the chosen set that serve as much from other nodes: one with a node more, one without. */
function runnersUp(ground: Ground, { open, missing }: Trial): Trial[] {
  ground.work = Math.max(ground.work, WORK / 5);
  const best: Trial[] = [];
  for (const nodes of neighbours(open, worthOpening(ground))) {
    if (ground.work <= 0) break;
    const trial = tryNodes(ground, nodes);
    if (trial.missing > missing || trial.open.join() === open.join()) continue;
    if (!best[0] || isLess(trial, best[0])) best[0] = trial;
  }
  return best;
}

/** All nodes that can ship a line; when that is too much work, those with most lines and those cheapest to begin. */
function worthOpening({ problem, supply }: Ground): number[] {
  const reach = new Int32Array(supply.nodes);
  for (let node = 0, at = 0; node < supply.nodes; node++) {
    for (let line = 0; line < supply.lines; line++, at++) {
      const least = supply.isWhole[line] ? problem.lines[line]!.quantity : 1;
      if (supply.give[at]! >= least) reach[node]!++;
    }
  }
  const able = [...reach.keys()].filter((node) => reach[node]! > 0);
  const most = Math.max(LEAST_OPENED, Math.floor(LINES_OPENED / supply.lines));
  if (able.length <= most) return able;
  const byReach = able.toSorted((a, b) => reach[b]! - reach[a]! || a - b);
  const byPrice = able.toSorted((a, b) => supply.startMinor[a]! - supply.startMinor[b]! || a - b);
  const some = most >> 1;
  return [...new Set([...byReach.slice(0, some), ...byPrice.slice(0, some)])];
}

function draftOf(ground: Ground, open: number[]): Draft {
  const draft: Draft = { parts: [] };
  tryNodes(ground, open, draft.parts);
  moveLines(ground.problem, ground.supply, draft);
  return draft;
}

function finish({ problem, supply }: Ground, draft: Draft): Candidate {
  fillWhatIsMissing(problem, supply, draft);
  return candidateOf(problem, supply, draft);
}
