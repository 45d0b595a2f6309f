import type { Draft } from "./draft.ts";
import { type Engine, KEY_STEP } from "./engine.ts";
import type { RoutingProblem } from "./problem.ts";
import { freightMinor } from "./shipment.ts";
import type { Supply } from "./supply.ts";

/** What lies on each node before the exact engine routes the lines that are left. */
export interface Load {
  units: Float64Array;
  gram: Float64Array;
  isUsed: Uint8Array;
}

export interface Surroundings {
  engine: Engine;
  problem: RoutingProblem;
  supply: Supply;
}

export function loadOf(supply: Supply, parts: Draft["parts"]): Load {
  const load: Load = {
    units: new Float64Array(supply.nodes),
    gram: new Float64Array(supply.nodes),
    isUsed: new Uint8Array(supply.nodes),
  };
  for (const { node, line, quantity } of parts) {
    load.units[node]! += quantity;
    load.gram[node]! += quantity * supply.unitGram[line]!;
    load.isUsed[node] = 1;
  }
  return load;
}

/**
 * The exact engine on some whole lines (at most its limit) around a load: a loaded node's parcel is
 * begun, so it costs only the steps to come, and its capacity is partly used. Returns the outcome;
 * the key is what the lines add.
 */
export function routeAround(
  { engine, problem, supply }: Surroundings,
  whole: readonly number[],
  load: Load,
): Float64Array {
  const { nodes } = problem;
  const columns = engine.columns(nodes.length);
  for (const [place, line] of whole.entries()) {
    const { quantity } = problem.lines[line]!;
    columns.quantity[place] = quantity;
    columns.lineGram[place] = quantity * supply.unitGram[line]!;
    for (let node = 0; node < nodes.length; node++) {
      columns.stock[node * whole.length + place] = supply.give[node * supply.lines + line]!;
    }
  }
  for (const [node, { brokenRule, capacity, rate }] of nodes.entries()) {
    const begunMinor = freightMinor(rate, load.gram[node]!) - rate.firstPriceMinor;
    columns.capacity[node] = brokenRule === null ? Math.max(0, capacity - load.units[node]!) : 0;
    columns.freeGram[node] = rate.firstWeightGram - load.gram[node]!;
    columns.stepGram[node] = rate.stepWeightGram;
    columns.stepKey[node] = rate.stepPriceMinor * KEY_STEP;
    columns.startKey[node] = load.isUsed[node] === 1
      ? -begunMinor * KEY_STEP
      : supply.startMinor[node]! * KEY_STEP + 1;
  }
  if (whole.length === 0) columns.outcome.set([0, 0, 0, 1]);
  else engine.solve(whole.length, nodes.length, false);
  return columns.outcome;
}

/** Where the last `routeAround` put its lines. */
export function routedParts(
  { engine, problem }: Surroundings,
  whole: readonly number[],
): Draft["parts"] {
  const { plan } = engine.columns(problem.nodes.length);
  return whole.flatMap((line, place) => {
    const node = plan[place]!, { quantity } = problem.lines[line]!;
    return node < 0 ? [] : [{ node, line, quantity }];
  });
}
