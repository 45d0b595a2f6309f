import { routeBySearch } from "./beyond.ts";
import type { Engine } from "./engine.ts";
import { routeExactly } from "./exact.ts";
import { kernelEngine } from "./kernel_engine.ts";
import { checkProblem, type RoutingProblem, type RoutingResult } from "./problem.ts";

export type {
  Part,
  RateCard,
  Rejection,
  RoutingLine,
  RoutingNode,
  RoutingProblem,
  RoutingResult,
  RunnerUp,
  Shipment,
} from "./problem.ts";
export { MAX_LINES, MAX_NODES } from "./problem.ts";

/**
 * Chooses which nodes ship which lines of one order at the least cost.
 *
 * Each node ships at most one parcel, so a plan costs, for every node in it, freight by weight (first
 * weight, then started steps) + handling + fixed, and the split charge for every parcel but one. A
 * line that some eligible node can ship whole is never split. Ties: fewer parcels, then the lower
 * node for the first line, and so on line by line.
 *
 * Up to 12 lines, each whole at some node: the optimum, by the best price of every subset of lines
 * and a partition of the order into subsets, O(L 2^n + 3^n), with the runner-up and the price of
 * forcing every other node. Lines no node holds in full, and longer orders: see README.md; the
 * result then carries its gap to a proven bound.
 *
 * The same input gives the same result on every machine. Throws a RangeError for a problem outside
 * its limits (no lines, a fraction, a negative price).
 */
export function routeOrder<Rule extends string>(
  problem: RoutingProblem<Rule>,
): RoutingResult<Rule> {
  return routeWith(kernelEngine, problem);
}

/** `routeOrder` with a named engine: for the tests and the bench, which hold kernel and twin together. */
export function routeWith<Rule extends string>(
  engine: Engine,
  problem: RoutingProblem<Rule>,
): RoutingResult<Rule> {
  checkProblem(problem);
  return routeExactly(engine, problem) ?? routeBySearch(engine, problem);
}
