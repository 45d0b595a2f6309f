import type { RoutingProblem } from "./problem.ts";

/** What the eligible nodes can give, and which lines must be split in quantity. */
export interface Supply {
  nodes: number;
  lines: number;
  /** give[node * lines + line]: stock within the node's capacity; 0 when it is not eligible. */
  give: Int32Array;
  /** 1 when some node can give the whole line: such a line is never split. */
  isWhole: Uint8Array;
  /** What all nodes together can give, at most the quantity asked for. */
  reachable: Int32Array;
  /** Weight of one unit. */
  unitGram: Float64Array;
  /** What a shipment costs before its first extra step, with the split charge. */
  startMinor: Float64Array;
  /** Price of a gram above the first weight. */
  slope: Float64Array;
}

export function supplyOf({ nodes, lines, stock, splitMinor }: RoutingProblem): Supply {
  const give = new Int32Array(nodes.length * lines.length);
  const isWhole = new Uint8Array(lines.length);
  const total = new Float64Array(lines.length);
  for (let node = 0; node < nodes.length; node++) {
    const { brokenRule, capacity } = nodes[node]!;
    if (brokenRule !== null) continue;
    for (let line = 0; line < lines.length; line++) {
      const at = node * lines.length + line;
      const units = Math.max(0, Math.min(stock[at]!, capacity));
      give[at] = units;
      total[line]! += units;
      if (units >= lines[line]!.quantity) isWhole[line] = 1;
    }
  }
  return {
    nodes: nodes.length,
    lines: lines.length,
    give,
    isWhole,
    reachable: Int32Array.from(lines, ({ quantity }, line) => Math.min(quantity, total[line]!)),
    unitGram: Float64Array.from(lines, ({ weightGram }) => weightGram),
    startMinor: Float64Array.from(
      nodes,
      ({ rate, handlingMinor, fixedMinor }) =>
        rate.firstPriceMinor + handlingMinor + fixedMinor + splitMinor,
    ),
    slope: Float64Array.from(nodes, ({ rate }) => rate.stepPriceMinor / rate.stepWeightGram),
  };
}
