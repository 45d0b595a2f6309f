import type { RoutingNode, RoutingProblem } from "./problem.ts";

/** A seeded source of whole numbers below `limit`: the same problems on every machine. */
export function dice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = Math.imul(state ^ state >>> 15, 0x2c1b3c6d) + 0x9e3779b9 >>> 0;
    const mixed = Math.imul(state ^ state >>> 13, 0x297a2d39);
    return ((mixed ^ mixed >>> 16) >>> 0) % limit;
  };
}

export interface SampleShape {
  nodes: number;
  lines: number;
  /** Chance in percent that a node has a line in full. */
  coverPercent: number;
  /** 0: every node has a rate of its own and parcels climb steps; else all parcels stay under the first weight. */
  isLight?: boolean;
}

/** An order as a parcel business sees it: rates in fen, a tenth of the nodes ruled out. */
export function sampleProblem(shape: SampleShape, roll: (limit: number) => number): RoutingProblem {
  const nodes = Array.from({ length: shape.nodes }, () => sampleNode(roll));
  const lines = Array.from({ length: shape.lines }, () => ({
    quantity: 1 + roll(4),
    weightGram: shape.isLight ? 5 + roll(15) : 100 + roll(1500),
  }));
  const stock = Int32Array.from(
    { length: shape.nodes * shape.lines },
    () => roll(100) < shape.coverPercent ? 4 + roll(60) : roll(2),
  );
  return { nodes, lines, stock, splitMinor: 300 };
}

function sampleNode(roll: (limit: number) => number): RoutingNode {
  return {
    brokenRule: roll(10) === 0 ? "closed_today" : null,
    capacity: 4000 + roll(5000),
    rate: {
      firstWeightGram: 1000,
      firstPriceMinor: 700 + 50 * roll(20),
      stepWeightGram: 500 * (1 + roll(2)),
      stepPriceMinor: 100 + 20 * roll(30),
    },
    handlingMinor: 100 + 10 * roll(20),
    fixedMinor: 200 * roll(3),
  };
}
