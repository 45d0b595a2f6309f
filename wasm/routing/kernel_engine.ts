import { viewsOver } from "../_bridge/memory.ts";
import { type Columns, type Engine, EXACT_LINES } from "./engine.ts";
import * as kernel from "./routing.wasm";

const views = viewsOver(kernel.memory, (buffer): Columns => {
  const nodes = kernel.capacity();
  const ints = (which: number, length: number) =>
    new Int32Array(buffer, kernel.column(which), length);
  const floats = (which: number, length: number) =>
    new Float64Array(buffer, kernel.column(which), length);
  return {
    quantity: ints(0, EXACT_LINES),
    lineGram: floats(1, EXACT_LINES),
    stock: ints(2, nodes * EXACT_LINES),
    capacity: ints(3, nodes),
    freeGram: floats(4, nodes),
    stepGram: floats(5, nodes),
    stepKey: floats(6, nodes),
    startKey: floats(7, nodes),
    plan: ints(8, EXACT_LINES),
    rival: ints(9, EXACT_LINES),
    forcedKey: floats(10, nodes),
    outcome: floats(11, 8),
    linesShort: ints(12, nodes),
    unitsShort: floats(13, nodes),
  };
});

/** routing.wasm behind the common interface. */
export const kernelEngine: Engine = {
  columns(nodes) {
    kernel.reserve(nodes);
    return views(kernel.capacity());
  },
  solve(lines, nodes, explain) {
    kernel.solve(lines, nodes, explain ? 1 : 0);
  },
};
