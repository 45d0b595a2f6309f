import { type Columns, type Engine, EXACT_LINES } from "./engine.ts";

/**
 * The kernel's algorithm and index, line for line, on typed arrays: the tests hold the two equal in
 * every output, the bench holds them against each other. What each part does is said in
 * routing.as.ts.
 */
const SETS = 1 << EXACT_LINES;
const MAX_ALONE = 16;
const MAX_RIVAL_TRIALS = 6;

const alone = new Int32Array(MAX_ALONE);
const traced = new Int32Array(EXACT_LINES);
const tracedPart = new Int32Array(EXACT_LINES);
const gram = new Float64Array(SETS);
const units = new Float64Array(SETS);
const cheapest = new Float64Array(SETS);
const split = new Float64Array(SETS);
const best = new Float64Array(SETS);
const without = new Float64Array(SETS);
const parcel = new Float64Array(SETS);
const rest = new Float64Array(SETS);
const lightRest = new Float64Array(SETS);

/** The columns that do not grow with the nodes. */
const fixed = {
  quantity: new Int32Array(EXACT_LINES),
  lineGram: new Float64Array(EXACT_LINES),
  plan: new Int32Array(EXACT_LINES),
  rival: new Int32Array(EXACT_LINES),
  outcome: new Float64Array(8),
};

let room = 0;
let columns = makeColumns(0);
let {
  stock,
  capacity,
  freeGram,
  stepGram,
  stepKey,
  startKey,
  forcedKey: keys,
  linesShort,
  unitsShort,
} = columns;
let perGram = new Float64Array(0);
let mask = new Int32Array(0);
let active = new Int32Array(0);
let steep = new Int32Array(0);
let tried = new Int32Array(0);

let full = 0;
let activeCount = 0;
let covered = 0;
let hasUnsafe = false;
let aloneCount = 0;
let goal = 0;
let gaveUp = false;

const lowest = (set: number) => 31 - Math.clz32(set & -set);

function makeColumns(nodes: number): Columns {
  return {
    ...fixed,
    stock: new Int32Array(nodes * EXACT_LINES),
    capacity: new Int32Array(nodes),
    freeGram: new Float64Array(nodes),
    stepGram: new Float64Array(nodes),
    stepKey: new Float64Array(nodes),
    startKey: new Float64Array(nodes),
    forcedKey: new Float64Array(nodes),
    linesShort: new Int32Array(nodes),
    unitsShort: new Float64Array(nodes),
  };
}

function reserve(nodes: number): Columns {
  if (nodes <= room) return columns;
  room = Math.max(nodes, room * 2);
  columns = makeColumns(room);
  ({
    stock,
    capacity,
    freeGram,
    stepGram,
    stepKey,
    startKey,
    forcedKey: keys,
    linesShort,
    unitsShort,
  } = columns);
  perGram = new Float64Array(room);
  mask = new Int32Array(room);
  active = new Int32Array(room);
  steep = new Int32Array(room);
  tried = new Int32Array(room);
  return columns;
}

function sumSets(lines: number): void {
  const { lineGram, quantity } = fixed;
  full = (1 << lines) - 1;
  gram[0] = -0.5;
  units[0] = 0;
  for (let set = 1; set <= full; set++) {
    const others = set & (set - 1), line = lowest(set);
    gram[set] = gram[others]! + lineGram[line]!;
    units[set] = units[others]! + quantity[line]!;
  }
}

function coverable(node: number, lines: number): number {
  const { quantity } = fixed;
  const most = capacity[node]!, row = node * lines;
  let set = 0;
  for (let line = 0; line < lines; line++) {
    const wanted = quantity[line]!;
    set |= (Math.min(stock[row + line]!, most) >= wanted ? 1 : 0) << line;
  }
  return set;
}

function measureShortages(lines: number, nodes: number): void {
  const { quantity } = fixed;
  for (let node = 0, at = 0; node < nodes; node++) {
    let count = 0, units = 0;
    for (let line = 0; line < lines; line++, at++) {
      // Without branches: whether a node has a line is a coin toss the processor cannot foresee.
      const short = Math.max(quantity[line]! - Math.max(stock[at]!, 0), 0);
      count -= -short >> 31;
      units += short;
    }
    linesShort[node] = count;
    unitsShort[node] = units;
  }
}

function isUnsafe(node: number, set: number): boolean {
  if (capacity[node]! < units[set]!) return true;
  const free = freeGram[node]!, start = startKey[node]!;
  const step = stepGram[node]!, price = stepKey[node]!;
  if (free >= 0 && start * step >= (free + step) * price) return false;
  return free < 0 || start < 0 || start < Math.ceil(free / step) * price;
}

function indexNodes(lines: number, nodes: number): void {
  activeCount = 0;
  covered = 0;
  hasUnsafe = false;
  for (let node = 0; node < nodes; node++) {
    const set = coverable(node, lines);
    mask[node] = set;
    keys[node] = Infinity;
    if (!set) continue;
    covered |= set;
    active[activeCount++] = node;
    perGram[node] = 1 / stepGram[node]!;
    if (!hasUnsafe && isUnsafe(node, set)) hasUnsafe = true;
  }
}

function parcelKey(node: number, set: number): number {
  const steps = Math.floor((gram[set]! - freeGram[node]!) * perGram[node]!) + 1;
  const start = startKey[node]!;
  return steps > 0 ? start + steps * stepKey[node]! : start;
}

const holds = (node: number, set: number) =>
  (mask[node]! & set) === set && units[set]! <= capacity[node]!;

function isAlone(node: number): boolean {
  for (let k = 0; k < aloneCount; k++) if (alone[k] === node) return true;
  return false;
}

function priceSets(banned: number): void {
  cheapest.fill(Infinity, 0, full + 1);
  let steepCount = 0;
  for (let k = 0; k < activeCount; k++) {
    const node = active[k]!;
    if (node === banned || (aloneCount && isAlone(node))) continue;
    const set = mask[node]!;
    const tight = capacity[node]! < units[set]!;
    if (tight || gram[set]! > freeGram[node]!) steep[steepCount++] = node;
    if (tight) continue;
    const key = parcelKey(node, set);
    if (key < cheapest[set]!) cheapest[set] = key;
  }
  spreadDown();
  for (let k = 0; k < steepCount; k++) priceSteep(steep[k]!);
}

function spreadDown(): void {
  for (let bit = 1; bit <= full; bit <<= 1) {
    for (let set = 0; set <= full; set++) {
      if (set & bit) continue;
      const above = cheapest[set | bit]!;
      if (above < cheapest[set]!) cheapest[set] = above;
    }
  }
}

function priceSteep(node: number): void {
  const start = startKey[node]!, nodeMask = mask[node]!;
  if (start >= cheapest[nodeMask]!) return;
  const most = capacity[node]!;
  const free = freeGram[node]!, per = perGram[node]!, step = stepKey[node]!;
  const tight = most < units[nodeMask]!;
  for (let set = nodeMask; set; set = (set - 1) & nodeMask) {
    if (tight && units[set]! > most) continue;
    const steps = Math.floor((gram[set]! - free) * per) + 1;
    const key = steps > 0 ? start + steps * step : start;
    if (key < cheapest[set]!) cheapest[set] = key;
  }
}

function partition(): void {
  split[0] = 0;
  split[1] = cheapest[1]!;
  for (let set = 2; set <= full; set += 2) {
    const others = set ^ (1 << (31 - Math.clz32(set)));
    let even = Infinity, odd = Infinity;
    for (let left = others;; left = (left - 1) & others) {
      const part = set ^ left;
      const before = split[left]!, price = cheapest[part]!;
      const both = before + price;
      const own = before + cheapest[part | 1]!, carried = split[left | 1]! + price;
      if (both < even) even = both;
      if (own < odd) odd = own;
      if (carried < odd) odd = carried;
      if (!left) break;
    }
    split[set] = even;
    split[set | 1] = odd;
  }
}

function admitAlone(table: Float64Array, alive: number): void {
  for (let set = 0; set <= full; set++) table[set] = split[set]!;
  for (let k = 0; k < aloneCount; k++) {
    if (!(alive >> k & 1)) continue;
    const node = alone[k]!, nodeMask = mask[node]!;
    for (let set = 1; set <= full; set++) {
      parcel[set] = holds(node, set) ? parcelKey(node, set) : Infinity;
    }
    for (let set = full; set; set--) {
      const common = set & nodeMask;
      let least = table[set]!;
      for (let part = common; part; part = (part - 1) & common) {
        const key = parcel[part]! + table[set ^ part]!;
        if (key < least) least = key;
      }
      table[set] = least;
    }
  }
}

function nodeFor(set: number, banned: number): number {
  const key = cheapest[set]!;
  for (let k = 0; k < activeCount; k++) {
    const node = active[k]!;
    if (!holds(node, set) || parcelKey(node, set) !== key) continue;
    if (node !== banned && !isAlone(node)) return node;
  }
  return -1;
}

function assign(set: number, node: number): void {
  for (let left = set; left; left &= left - 1) {
    const line = lowest(left);
    traced[line] = node;
    tracedPart[line] = set;
  }
}

function trace(from: number, banned: number, aliveBits: number): void {
  let set = from, alive = aliveBits;
  while (set) {
    const first = set & -set, others = set ^ first, key = best[set]!;
    let node = 0x7fffffff, chosenPart = 0, chosen = -1;
    for (let extra = others;; extra = (extra - 1) & others) {
      const part = extra | first;
      if (cheapest[part]! + best[set ^ part]! === key) {
        const candidate = nodeFor(part, banned);
        if (candidate < node) {
          node = candidate;
          chosenPart = part;
        }
      }
      if (!extra) break;
    }
    for (let k = 0; k < aloneCount; k++) {
      const candidate = alone[k]!;
      if (!(alive >> k & 1) || candidate > node || !(mask[candidate]! & first)) continue;
      const part = partOfAlone(k, set, alive, key);
      if (!part) continue;
      node = candidate;
      chosenPart = part;
      chosen = k;
    }
    assign(chosenPart, node);
    set ^= chosenPart;
    if (chosen < 0) continue;
    alive ^= 1 << chosen;
    admitAlone(best, alive);
  }
}

function partOfAlone(k: number, set: number, alive: number, key: number): number {
  const node = alone[k]!, first = set & -set, others = set ^ first;
  admitAlone(without, alive ^ (1 << k));
  for (let extra = others;; extra = (extra - 1) & others) {
    const part = extra | first;
    if (holds(node, part) && parcelKey(node, part) + without[set ^ part]! === key) return part;
    if (!extra) return 0;
  }
}

function overusedNode(): number {
  for (let left = goal; left; left &= left - 1) {
    const line = lowest(left), node = traced[line]!;
    for (let later = left & (left - 1); later; later &= later - 1) {
      const other = lowest(later);
      if (traced[other] === node && tracedPart[other] !== tracedPart[line]) return node;
    }
  }
  return -1;
}

function servable(): number {
  if (best[full]! < Infinity) return full;
  let chosen = 0;
  for (let set = 1; set <= full; set++) {
    if (best[set] === Infinity) continue;
    const more = units[set]! - units[chosen]!;
    if (more > 0 || (more === 0 && best[set]! <= best[chosen]!)) chosen = set;
  }
  return chosen;
}

function partOfForced(node: number, key: number): number {
  const nodeMask = mask[node]! & goal;
  for (let set = nodeMask; set; set = (set - 1) & nodeMask) {
    if (holds(node, set) && parcelKey(node, set) + best[goal ^ set]! === key) return set;
  }
  return 0;
}

function forcedKey(node: number): number {
  const nodeMask = mask[node]! & goal;
  let least = Infinity;
  for (let set = nodeMask; set; set = (set - 1) & nodeMask) {
    if (!holds(node, set)) continue;
    const key = parcelKey(node, set) + best[goal ^ set]!;
    if (key < least) least = key;
  }
  return least;
}

function settle(forced: number, chooseGoal: boolean): number {
  const maxAlone = full < 256 ? MAX_ALONE : 4;
  let key = Infinity, overused = -1;
  aloneCount = 0;
  do {
    if (overused >= 0) alone[aloneCount++] = overused;
    priceSets(forced);
    partition();
    key = tracePlan(forced, chooseGoal);
    overused = hasUnsafe && key < Infinity ? overusedNode() : -1;
  } while (overused >= 0 && aloneCount < maxAlone);
  if (overused >= 0) gaveUp = true;
  return key;
}

function tracePlan(forced: number, chooseGoal: boolean): number {
  const alive = (1 << aloneCount) - 1;
  admitAlone(best, alive);
  if (chooseGoal) goal = servable();
  const key = forced < 0 ? best[goal]! : forcedKey(forced);
  if (key === Infinity) return key;
  const part = forced < 0 ? 0 : partOfForced(forced, key);
  assign(part, forced);
  trace(goal ^ part, forced, alive);
  if (aloneCount) admitAlone(best, alive);
  return key;
}

function prepareForcing(): void {
  for (let set = 0; set <= full; set++) {
    const key = set && (set & ~goal) === 0 ? best[goal ^ set]! : Infinity;
    rest[set] = key;
    lightRest[set] = key;
  }
  for (let bit = 1; bit <= full; bit <<= 1) {
    for (let set = 0; set <= full; set++) {
      if (!(set & bit)) continue;
      const below = lightRest[set ^ bit]!;
      if (below < lightRest[set]!) lightRest[set] = below;
    }
  }
}

function forceEach(): void {
  prepareForcing();
  for (let k = 0; k < activeCount; k++) {
    const node = active[k]!, set = mask[node]! & goal;
    if (!set) continue;
    if (capacity[node]! < units[set]!) keys[node] = forcedKey(node);
    else if (gram[set]! <= freeGram[node]!) keys[node] = startKey[node]! + lightRest[set]!;
    else keys[node] = forceSteep(node, set);
  }
}

function forceSteep(node: number, nodeMask: number): number {
  const start = startKey[node]!, step = stepKey[node]!;
  const free = freeGram[node]!, per = perGram[node]!;
  let least = Infinity;
  for (let set = nodeMask; set; set = (set - 1) & nodeMask) {
    const steps = Math.floor((gram[set]! - free) * per) + 1;
    const key = (steps > 0 ? start + steps * step : start) + rest[set]!;
    if (key < least) least = key;
  }
  return least;
}

function isPlanned(node: number): boolean {
  for (let left = goal; left; left &= left - 1) {
    if (fixed.plan[lowest(left)] === node) return true;
  }
  return false;
}

function nextRival(): number {
  let least = Infinity, chosen = -1;
  for (let k = 0; k < activeCount; k++) {
    const node = active[k]!, key = keys[node]!;
    if (key < least && !tried[node] && !isPlanned(node)) {
      least = key;
      chosen = node;
    }
  }
  return chosen;
}

function rivalOutside(): void {
  const { outcome } = fixed;
  for (let k = 0; k < activeCount; k++) tried[active[k]!] = 0;
  for (let trial = 0;; trial++) {
    const node = nextRival();
    if (node < 0 || keys[node]! >= outcome[4]!) return;
    if (trial === MAX_RIVAL_TRIALS) {
      outcome[5] = 0;
      return;
    }
    tried[node] = 1;
    if (hasUnsafe) {
      keepRival(settle(node, false));
      continue;
    }
    const key = keys[node]!, part = partOfForced(node, key);
    assign(part, node);
    trace(goal ^ part, node, 0);
    return keepRival(key);
  }
}

function rivalInside(): void {
  const { plan } = fixed;
  for (let dropped = goal; dropped; dropped &= dropped - 1) {
    const out = plan[lowest(dropped)]!;
    activeCount = 0;
    let union = 0, seen = false;
    for (let left = goal; left; left &= left - 1) {
      const line = lowest(left), node = plan[line]!;
      if (node === out) {
        if (line < lowest(dropped)) seen = true;
        continue;
      }
      let listed = false;
      for (let k = 0; k < activeCount; k++) if (active[k] === node) listed = true;
      if (listed) continue;
      active[activeCount++] = node;
      union |= mask[node]!;
    }
    if (!seen && (goal & ~union) === 0) keepRival(settle(-1, false));
  }
}

function keepRival(key: number): void {
  const { outcome, rival } = fixed;
  if (gaveUp) {
    gaveUp = false;
    outcome[5] = 0;
    return;
  }
  if (key >= outcome[4]!) return;
  outcome[4] = key;
  rival.set(traced);
}

function solve(lines: number, nodes: number, explain: boolean): void {
  const { plan, outcome } = fixed;
  gaveUp = false;
  sumSets(lines);
  indexNodes(lines, nodes);
  outcome[0] = settle(-1, true);
  for (let line = 0; line < EXACT_LINES; line++) {
    plan[line] = line < lines && goal >> line & 1 ? traced[line]! : -1;
  }
  outcome[1] = goal;
  outcome[2] = covered;
  outcome[3] = gaveUp ? 0 : 1;
  outcome[4] = Infinity;
  outcome[5] = 1;
  outcome[6] = hasUnsafe ? 0 : 1;
  if (!explain || gaveUp) return;
  measureShortages(lines, nodes);
  if (!goal) return;
  forceEach();
  rivalOutside();
  rivalInside();
}

/** The algorithm of routing.wasm in TypeScript. */
export const twinEngine: Engine = { columns: reserve, solve };
