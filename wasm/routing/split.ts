import { type Covers, coversOf } from "./covers.ts";
import { type Candidate, candidateOf, type Draft, fillWhatIsMissing, isBetter } from "./draft.ts";
import { costOfKey, type Engine } from "./engine.ts";
import { type Load, loadOf, routeAround, routedParts } from "./loaded.ts";
import type { RoutingProblem } from "./problem.ts";
import { freightMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

const MOST_TRIALS = 96;

export interface SplitOutcome {
  candidates: Candidate[];
  /** No plan that ships everything reachable costs less; 0 when the covers were too many to try all. */
  boundMinor: number;
}

interface Work {
  engine: Engine;
  problem: RoutingProblem;
  supply: Supply;
  covers: Covers[];
  whole: number[];
}

/**
 * For lines no node holds in full. Every choice of a minimal cover for each such line is tried
 * (or, when they are many, one line's covers after the other): the cover's nodes get their share,
 * then the subset DP routes the whole lines exactly on top of these begun parcels. The same with
 * only the least each node must ship, the rest flying free, bounds every plan with that cover.
 */
export function splitPlans(engine: Engine, problem: RoutingProblem, supply: Supply): SplitOutcome {
  const lines = [...problem.lines.keys()];
  const covers = lines.filter((line) => !supply.isWhole[line] && supply.reachable[line]! > 0)
    .map((line) => coversOf(problem, supply, line));
  const whole = lines.filter((line) => supply.isWhole[line]);
  const work: Work = { engine, problem, supply, covers, whole };
  const choices = covers.reduce((product, { sets }) => product * sets.length, 1);
  if (choices > MOST_TRIALS) return { candidates: oneAfterTheOther(work), boundMinor: 0 };
  const all = everyChoice(covers);
  return {
    candidates: all.flatMap((choice) => candidatesFor(work, choice)),
    boundMinor: covers.every(({ isComplete }) => isComplete)
      ? Math.min(...all.map((choice) => boundFor(work, choice)))
      : 0,
  };
}

function everyChoice(covers: readonly Covers[]): number[][][] {
  let choices: number[][][] = [[]];
  for (const { sets } of covers) {
    choices = choices.flatMap((choice) => sets.map((set) => [...choice, set]));
  }
  return choices;
}

function oneAfterTheOther(work: Work): Candidate[] {
  const choice = work.covers.map(({ sets }) => sets[0]!);
  const candidates = candidatesFor(work, choice);
  let best = candidates[0], trials = MOST_TRIALS;
  for (const [place, { sets }] of work.covers.entries()) {
    let kept = choice[place]!;
    for (const set of sets.slice(1)) {
      if (trials-- === 0) return candidates;
      choice[place] = set;
      const found = candidatesFor(work, choice);
      candidates.push(...found);
      const better = found.find((candidate) => !best || isBetter(candidate, best));
      if (!better) continue;
      best = better;
      kept = set;
    }
    choice[place] = kept;
  }
  return candidates;
}

/** The plan with shares by the rates alone, and the same whole lines with the shares poured again around them. */
function candidatesFor(work: Work, choice: readonly number[][]): Candidate[] {
  const { problem, supply } = work;
  const poured = pour(work, choice, loadOf(supply, []));
  if (routeAround(work, work.whole, loadOf(supply, poured))[3] === 0) return [];
  const parts = routedParts(work, work.whole);
  const around = loadOf(supply, parts);
  return [poured, pour(work, choice, around)].map((shares) => {
    const draft = { parts: [...parts, ...shares] };
    fillWhatIsMissing(problem, supply, draft);
    return candidateOf(problem, supply, draft);
  });
}

/** Shares of the split lines: what each node must ship, then what goes free in its begun step, then by the cheapest gram. */
function pour(work: Work, choice: readonly number[][], around: Load): Draft["parts"] {
  const { problem, supply, covers } = work;
  const gram = around.gram.slice(), units = around.units.slice();
  const parts: Draft["parts"] = [];
  for (const [place, { line }] of covers.entries()) {
    const unitGram = supply.unitGram[line]!;
    const set = choice[place]!.toSorted((a, b) => supply.slope[a]! - supply.slope[b]! || a - b);
    const room = set.map((node) => {
      const left = problem.nodes[node]!.capacity - units[node]!;
      return Math.max(0, Math.min(supply.give[node * supply.lines + line]!, left));
    });
    const given = set.map(() => 0);
    let missing = supply.reachable[line]!;
    const spare = Math.max(0, room.reduce((sum, most) => sum + most, 0) - missing);
    const ship = (at: number, most: number) => {
      const quantity = Math.max(0, Math.min(most, missing, room[at]! - given[at]!));
      given[at]! += quantity;
      gram[set[at]!]! += quantity * unitGram;
      missing -= quantity;
    };
    for (const at of set.keys()) ship(at, room[at]! - spare);
    for (const [at, node] of set.entries()) {
      ship(at, unitsInStep(problem, node, gram[node]!, unitGram));
    }
    for (const at of set.keys()) ship(at, missing);
    for (const [at, node] of set.entries()) {
      units[node]! += given[at]!;
      if (given[at]! > 0) parts.push({ node, line, quantity: given[at]! });
    }
  }
  return parts;
}

/** Units that still go into the parcel at the price it has. */
function unitsInStep(
  { nodes }: RoutingProblem,
  node: number,
  gram: number,
  unitGram: number,
): number {
  if (unitGram === 0) return Infinity;
  const { firstWeightGram, stepWeightGram } = nodes[node]!.rate;
  const steps = Math.max(0, Math.ceil((gram - firstWeightGram) / stepWeightGram));
  return Math.floor((firstWeightGram + steps * stepWeightGram - gram) / unitGram);
}

/** The least a plan can cost in which every node of the choice ships. */
function boundFor(work: Work, choice: readonly number[][]): number {
  const { problem, supply, covers, whole } = work;
  const parts: Draft["parts"] = [];
  for (const [place, { line }] of covers.entries()) {
    let total = 0;
    for (let node = 0; node < supply.nodes; node++) {
      total += supply.give[node * supply.lines + line]!;
    }
    for (const node of choice[place]!) {
      const others = total - supply.give[node * supply.lines + line]!;
      parts.push({ node, line, quantity: Math.max(1, supply.reachable[line]! - others) });
    }
  }
  const load = loadOf(supply, parts);
  const outcome = routeAround(work, whole, load);
  if (outcome[1] !== (1 << whole.length) - 1) return Infinity;
  let minor = costOfKey(outcome[0]!) - problem.splitMinor;
  for (const [node, { rate }] of problem.nodes.entries()) {
    if (!load.isUsed[node]) continue;
    minor += supply.startMinor[node]! + freightMinor(rate, load.gram[node]!) - rate.firstPriceMinor;
  }
  return minor;
}
