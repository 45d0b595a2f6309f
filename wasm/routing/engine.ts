/** The arrays an exact engine reads and writes. Node columns have at least as many places as asked for. */
export interface Columns {
  /** Units of each line. */
  quantity: Int32Array;
  /** Weight of each whole line. */
  lineGram: Float64Array;
  /** stock[node * lines + line] */
  stock: Int32Array;
  /** 0 keeps a node out. */
  capacity: Int32Array;
  /** Weight that goes at the start price; negative when the node's parcel is begun already. */
  freeGram: Float64Array;
  stepGram: Float64Array;
  stepKey: Float64Array;
  startKey: Float64Array;
  /** Out: the node of each line, or -1. */
  plan: Int32Array;
  rival: Int32Array;
  /** Out: the least key with this node shipping something; Infinity when it cannot. */
  forcedKey: Float64Array;
  /** Out: what each node lacks of the whole order, when asked to explain. */
  linesShort: Int32Array;
  unitsShort: Float64Array;
  /** Out: see `solve`. */
  outcome: Float64Array;
}

/** The kernel and its twin: one algorithm, two compilers. */
export interface Engine {
  columns(nodes: number): Columns;
  /** outcome: 0 key, 1 lines served, 2 lines some node ships whole, 3 exact, 4 rival's key, 5 rival is exact, 6 forced keys are exact. */
  solve(lines: number, nodes: number, explain: boolean): void;
}

/** Lines the exact engine takes. */
export const EXACT_LINES = 12;

/** A key is a cost and, below it, a count of shipments. */
export const KEY_STEP = 32;

export const costOfKey = (key: number) => Math.floor(key / KEY_STEP);
