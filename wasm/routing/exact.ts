import { type Columns, costOfKey, type Engine, EXACT_LINES, KEY_STEP } from "./engine.ts";
import type { RoutingProblem, RoutingResult, RunnerUp, Shipment } from "./problem.ts";
import { evidenceOfEngine, rejectionsOf } from "./reject.ts";
import { planMinor, planOf } from "./shipment.ts";
import { supplyOf } from "./supply.ts";

/**
 * The optimum, or null when the exact engine is not enough: too many lines, or units left over that
 * nodes could still ship in pieces.
 */
export function routeExactly<Rule extends string>(
  engine: Engine,
  problem: RoutingProblem<Rule>,
): RoutingResult<Rule> | null {
  const { nodes, lines, splitMinor } = problem;
  if (lines.length > EXACT_LINES) return null;
  const columns = copyIn(engine, problem);
  engine.solve(lines.length, nodes.length, true);
  const { outcome } = columns;
  if (outcome[3] === 0) return null;
  const plan = planOf(problem, columns.plan);
  const isServed = outcome[1] === (1 << lines.length) - 1;
  if (!isServed && couldShipMore(problem, plan)) return null;
  const costMinor = plan.length > 0 ? costOfKey(outcome[0]!) - splitMinor : 0;
  return {
    plan,
    costMinor,
    boundMinor: costMinor,
    optimal: true,
    method: "exact",
    unfilled: isServed ? [] : unfilledOf(problem, columns),
    runnerUp: runnerUpOf(problem, columns, costMinor),
    rejected: rejectionsOf(problem, plan, evidenceOfEngine(columns, nodes.length)),
  };
}

/** Writes nodes, all lines and stock into the engine's columns. */
export function copyIn(engine: Engine, problem: RoutingProblem): Columns {
  const { nodes, lines, splitMinor } = problem;
  const columns = engine.columns(nodes.length);
  const { quantity, lineGram, capacity, freeGram, stepGram, stepKey, startKey } = columns;
  for (let line = 0; line < lines.length; line++) {
    const { quantity: units, weightGram } = lines[line]!;
    quantity[line] = units;
    lineGram[line] = units * weightGram;
  }
  columns.stock.set(problem.stock);
  for (let place = 0; place < nodes.length; place++) {
    const node = nodes[place]!, rate = node.rate;
    const startMinor = rate.firstPriceMinor + node.handlingMinor + node.fixedMinor + splitMinor;
    capacity[place] = node.brokenRule === null ? node.capacity : 0;
    freeGram[place] = rate.firstWeightGram;
    stepGram[place] = rate.stepWeightGram;
    stepKey[place] = rate.stepPriceMinor * KEY_STEP;
    startKey[place] = startMinor * KEY_STEP + 1;
  }
  return columns;
}

/** Whether a plan in pieces might ship more units: by what lines can reach, and by what nodes can handle. */
function couldShipMore(problem: RoutingProblem, plan: readonly Shipment[]): boolean {
  const { give, lines, nodes, reachable } = supplyOf(problem);
  let handledUnits = 0, shippedUnits = 0;
  for (let node = 0; node < nodes; node++) {
    let units = 0;
    for (let line = 0; line < lines; line++) {
      units += Math.min(give[node * lines + line]!, reachable[line]!);
    }
    handledUnits += Math.min(units, problem.nodes[node]!.capacity);
  }
  for (const { lines } of plan) for (const { quantity } of lines) shippedUnits += quantity;
  return shippedUnits < Math.min(handledUnits, reachable.reduce((sum, units) => sum + units, 0));
}

function unfilledOf({ lines }: RoutingProblem, { plan }: Columns): RoutingResult["unfilled"] {
  return lines.flatMap(({ quantity }, line) =>
    plan[line]! < 0 ? [{ line, missing: quantity }] : []
  );
}

/** Null when no other set of nodes ships the same lines. */
function runnerUpOf(problem: RoutingProblem, columns: Columns, bestMinor: number): RunnerUp | null {
  const { outcome, plan: chosen, rival } = columns;
  if (outcome[4] === Infinity) return null;
  const plan = planOf(
    problem,
    problem.lines.map((_, line) => chosen[line]! < 0 ? -1 : rival[line]!),
  );
  const costMinor = planMinor(plan);
  return { plan, costMinor, extraMinor: costMinor - bestMinor, exact: outcome[5] === 1 };
}
