import fc from "fast-check";
import type { RoutingProblem } from "./problem.ts";

export interface ArbitraryShape {
  nodes: number;
  lines: number;
  /** Capacity is scarce in about half of the problems. */
  mayBeTight: boolean;
  /** Most units at hand of a line; below 4, lines often have to be split. */
  mostStock: number;
}

const upTo = (max: number) => fc.integer({ min: 0, max });

/** Small numbers, so that ties, exhausted stock and steps that pay to divide all come up often. */
export function arbitraryProblem(shape: ArbitraryShape): fc.Arbitrary<RoutingProblem> {
  const size = fc.record({
    nodes: fc.integer({ min: 1, max: shape.nodes }),
    lines: fc.integer({ min: 1, max: shape.lines }),
    isTight: shape.mayBeTight ? fc.boolean() : fc.constant(false),
    cheapStart: fc.boolean(),
  });
  return size.chain(({ nodes, lines, isTight, cheapStart }) =>
    fc.record({
      nodes: fc.array(arbitraryNode(isTight, cheapStart), { minLength: nodes, maxLength: nodes }),
      lines: fc.array(arbitraryLine, { minLength: lines, maxLength: lines }),
      stock: fc.array(fc.integer({ min: -1, max: shape.mostStock }), {
        minLength: nodes * lines,
        maxLength: nodes * lines,
      }).map((units) => Int32Array.from(units)),
      splitMinor: upTo(3),
    })
  );
}

const arbitraryLine = fc.record({ quantity: fc.integer({ min: 1, max: 4 }), weightGram: upTo(3) });

function arbitraryNode(isTight: boolean, cheapStart: boolean) {
  return fc.record({
    brokenRule: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant("closed_today") },
    ),
    capacity: isTight ? upTo(8) : fc.constant(1000),
    rate: fc.record({
      firstWeightGram: upTo(5),
      firstPriceMinor: cheapStart ? upTo(2) : fc.integer({ min: 8, max: 11 }),
      stepWeightGram: fc.integer({ min: 1, max: 4 }),
      stepPriceMinor: upTo(3),
    }),
    handlingMinor: upTo(2),
    fixedMinor: upTo(1),
  });
}
