import { type Candidate, candidateOf, isBetter, partsOf } from "./draft.ts";
import { loadOf, routeAround, routedParts, type Surroundings } from "./loaded.ts";

const WINDOW_LINES = 10;
const MOST_SOLVES = 32;

/**
 * Large-neighbourhood search with the exact engine as its repairer: the lines of two or three
 * shipments are taken out together and routed again exactly over all nodes, around what stays.
 */
export function repairPlan(around: Surroundings, from: Candidate): Candidate {
  let best = from, solves = MOST_SOLVES;
  for (let hasImproved = true; hasImproved;) {
    hasImproved = false;
    for (const window of windows(around, best)) {
      if (solves-- === 0) return best;
      const candidate = routeAgain(around, best, window);
      if (!candidate || !isBetter(candidate, best)) continue;
      best = candidate;
      hasImproved = true;
      break;
    }
  }
  return best;
}

/** The whole lines of two and three shipments, where the exact engine is quick with them. */
function windows({ supply }: Surroundings, { plan }: Candidate): number[][] {
  const lines = plan.map((shipment) =>
    shipment.lines.flatMap(({ line }) => supply.isWhole[line] ? [line] : [])
  );
  const found: number[][] = [];
  for (let a = 0; a < lines.length; a++) {
    for (let b = a + 1; b < lines.length; b++) {
      const pair = [...lines[a]!, ...lines[b]!];
      found.push(pair);
      for (let c = b + 1; c < lines.length; c++) found.push([...pair, ...lines[c]!]);
    }
  }
  return found.filter(({ length }) => length > 1 && length <= WINDOW_LINES)
    .sort((a, b) => b.length - a.length);
}

function routeAgain(
  around: Surroundings,
  { plan }: Candidate,
  window: number[],
): Candidate | null {
  const staying = partsOf(plan).filter(({ line }) => !window.includes(line));
  const outcome = routeAround(around, window, loadOf(around.supply, staying));
  if (outcome[3] === 0 || outcome[1] !== (1 << window.length) - 1) return null;
  const parts = [...staying, ...routedParts(around, window)];
  return candidateOf(around.problem, around.supply, { parts });
}
