/** What a carrier asks for one parcel from one node to the order's zone. Weights in grams, money in minor units. */
export interface RateCard {
  firstWeightGram: number;
  firstPriceMinor: number;
  /** At least 1. */
  stepWeightGram: number;
  stepPriceMinor: number;
}

/** A warehouse, shop or partner that may ship. Its place in `nodes` is its name in the result. */
export interface RoutingNode<Rule extends string = string> {
  /** The first hard rule the caller found broken, or null: only nodes with null ship. */
  brokenRule: Rule | null;
  /** Base units it may still handle today. */
  capacity: number;
  rate: RateCard;
  /** Paid once for each shipment. */
  handlingMinor: number;
  /** Anything else paid once for each shipment, such as the days late times their penalty. */
  fixedMinor: number;
}

/** One line for each sku: two lines of one sku would both count the same stock. */
export interface RoutingLine {
  /** Base units, at least 1. */
  quantity: number;
  /** Of one base unit. */
  weightGram: number;
}

/**
 * All numbers are integers from 0 to 2^31 - 1. The lowest place wins a tie, so the caller sorts
 * nodes by code.
 */
export interface RoutingProblem<Rule extends string = string> {
  nodes: readonly RoutingNode<Rule>[];
  lines: readonly RoutingLine[];
  /** Units at hand, one row of lines for each node: `stock[node * lines.length + line]`; below 0 is none. */
  stock: Int32Array;
  /** Charged for every shipment after the first. */
  splitMinor: number;
}

/** Units of one line. */
export interface Part {
  line: number;
  quantity: number;
}

/** All that one node ships, as one parcel. */
export interface Shipment {
  node: number;
  lines: Part[];
  weightGram: number;
  freightMinor: number;
  handlingMinor: number;
  fixedMinor: number;
  /** 0 in the first shipment of a plan. */
  splitMinor: number;
}

/** Why a node does not ship; `linesShort` and `unitsShort` say how far its stock is from the whole order. */
export type Rejection<Rule extends string = string> =
  | { node: number; reason: "ineligible"; rule: Rule }
  | { node: number; reason: "no_stock"; linesShort: number; unitsShort: number }
  | { node: number; reason: "short_stock"; linesShort: number; unitsShort: number }
  | {
    node: number;
    reason: "capacity";
    capacity: number;
    linesShort: number;
    unitsShort: number;
  }
  | {
    node: number;
    reason: "cost";
    /** The best plan in which it ships something, less the chosen plan. 0: it lost on the tie rule. */
    extraMinor: number;
    /** False: an estimate (see README.md). */
    exact: boolean;
    linesShort: number;
    unitsShort: number;
  };

/** The best plan from another set of nodes. */
export interface RunnerUp {
  plan: Shipment[];
  costMinor: number;
  extraMinor: number;
  /** False: the best that was found, not proven to be the best there is. */
  exact: boolean;
}

export interface RoutingResult<Rule extends string = string> {
  /** By node. Empty when nothing can be shipped. */
  plan: Shipment[];
  costMinor: number;
  /** No plan that ships the same quantities costs less; equal to `costMinor` when `optimal`. */
  boundMinor: number;
  optimal: boolean;
  /** `exact`: subset DP. `split`: subset DP around lines split in quantity. `search`: above the kernel's limit. */
  method: "exact" | "split" | "search";
  unfilled: { line: number; missing: number }[];
  runnerUp: RunnerUp | null;
  /** One entry for every node outside the plan, by node. */
  rejected: Rejection<Rule>[];
}

export const MAX_NODES = 4096;
export const MAX_LINES = 1000;
const MAX_ORDER_GRAM = 2 ** 48;
const MAX_NODE_COST_MINOR = 2 ** 40;

const isCount = (value: number) => (value | 0) === value && value >= 0;

/** Throws a RangeError that names the value: a problem out of limits is the caller's fault, never the buyer's. */
export function checkProblem({ nodes, lines, stock, splitMinor }: RoutingProblem): void {
  within("lines", lines.length, 1, MAX_LINES);
  within("nodes", nodes.length, 1, MAX_NODES);
  within("stock.length", stock.length, nodes.length * lines.length, nodes.length * lines.length);
  if (!isCount(splitMinor)) refuse("splitMinor", splitMinor);
  let orderGram = 0;
  for (let line = 0; line < lines.length; line++) {
    const { quantity, weightGram } = lines[line]!;
    if (!isCount(quantity) || quantity === 0) refuse(`lines[${line}].quantity`, quantity);
    if (!isCount(weightGram)) refuse(`lines[${line}].weightGram`, weightGram);
    orderGram += quantity * weightGram;
  }
  if (orderGram > MAX_ORDER_GRAM) refuse("weight of the order", orderGram);
  for (let node = 0; node < nodes.length; node++) checkNode(nodes[node]!, node, orderGram);
}

function checkNode(node: RoutingNode, place: number, orderGram: number): void {
  const { firstWeightGram, firstPriceMinor, stepWeightGram, stepPriceMinor } = node.rate;
  const fine = isCount(node.capacity) && isCount(node.handlingMinor) && isCount(node.fixedMinor) &&
    isCount(firstWeightGram) && isCount(firstPriceMinor) && isCount(stepWeightGram) &&
    isCount(stepPriceMinor) && stepWeightGram > 0;
  if (!fine) throw new RangeError(`routing: nodes[${place}] holds ${JSON.stringify(node)}`);
  const mostMinor = (orderGram / stepWeightGram) * stepPriceMinor;
  if (mostMinor > MAX_NODE_COST_MINOR) refuse(`freight of nodes[${place}]`, mostMinor);
}

function within(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) refuse(name, value);
}

function refuse(name: string, value: number): never {
  throw new RangeError(`routing: ${name} is ${value}`);
}
