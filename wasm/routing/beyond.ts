import { lowerBound } from "./bound.ts";
import {
  bestOf,
  type Candidate,
  candidateOf,
  isAsGood,
  nodesKey,
  shippedOf,
  unbrokenLines,
} from "./draft.ts";
import { type Engine, EXACT_LINES } from "./engine.ts";
import type { RoutingProblem, RoutingResult, RunnerUp } from "./problem.ts";
import { evidenceOfMoves, rejectionsOf } from "./reject.ts";
import { cheapestFirst, mostLinesFirst } from "./rules.ts";
import { repairPlan } from "./repair.ts";
import { searchPlans } from "./search.ts";
import { splitPlans } from "./split.ts";
import { type Supply, supplyOf } from "./supply.ts";

/** Orders the exact engine alone cannot settle: the best of the plans found, with a proven bound. */
export function routeBySearch<Rule extends string>(
  engine: Engine,
  problem: RoutingProblem<Rule>,
): RoutingResult<Rule> {
  const supply = supplyOf(problem);
  const isSmall = problem.lines.length <= EXACT_LINES;
  const drafts = [cheapestFirst(problem, supply), mostLinesFirst(problem, supply)];
  const first = bestOf(drafts.map((draft) => candidateOf(problem, supply, draft)));
  const relaxed = lowerBound(problem, supply, first);
  const small = isSmall ? splitPlans(engine, problem, supply) : { candidates: [], boundMinor: 0 };
  const candidates = [
    ...small.candidates,
    ...searchPlans(problem, supply, { drafts, hints: [relaxed.open] }),
  ];
  const best = repairPlan({ engine, problem, supply }, bestOf(candidates));
  candidates.push(best);
  const { plan, costMinor } = best;
  const reachableUnits = supply.reachable.reduce((sum, units) => sum + units, 0);
  const isAsAsked = best.shippedUnits === reachableUnits && best.brokenLines === 0;
  const relaxedMinor = shipsTheSame(supply, best, first)
    ? relaxed.minor
    : lowerBound(problem, supply, best).minor;
  const proven = Math.max(relaxedMinor, isAsAsked ? small.boundMinor : 0);
  const boundMinor = Math.min(proven, costMinor);
  return {
    plan,
    costMinor,
    boundMinor,
    optimal: boundMinor === costMinor,
    method: isSmall ? "split" : "search",
    unfilled: unfilledOf(problem, best),
    runnerUp: runnerUpOf(best, candidates),
    rejected: rejectionsOf(problem, plan, evidenceOfMoves(problem, supply, best, candidates)),
  };
}

/** Whether one bound holds for both: the same units of every line, the same lines unbroken. */
function shipsTheSame(supply: Supply, a: Candidate, b: Candidate): boolean {
  const isEqual = (x: ArrayLike<number>, y: Iterable<number>) => [...y].every((v, i) => v === x[i]);
  return isEqual(shippedOf(a.plan, supply.lines), shippedOf(b.plan, supply.lines)) &&
    isEqual(unbrokenLines(supply, a.plan), unbrokenLines(supply, b.plan));
}

function unfilledOf({ lines }: RoutingProblem, { plan }: Candidate): RoutingResult["unfilled"] {
  const shipped = shippedOf(plan, lines.length);
  return lines.map(({ quantity }, line) => ({ line, missing: quantity - shipped[line]! }))
    .filter(({ missing }) => missing > 0);
}

function runnerUpOf(best: Candidate, candidates: readonly Candidate[]): RunnerUp | null {
  const others = candidates.filter((candidate) =>
    isAsGood(candidate, best) && nodesKey(candidate.plan) !== nodesKey(best.plan)
  );
  if (others.length === 0) return null;
  const { plan, costMinor } = bestOf(others);
  return { plan, costMinor, extraMinor: costMinor - best.costMinor, exact: false };
}
