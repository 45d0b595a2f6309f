// The exact subset router: see README.md for the method, mod.ts for the door, twin.ts for the same in TypeScript.
// A key is cost * 32 + shipments, so one comparison of floats holding integers settles both.
// Set arrays are indexed by a bit mask of lines; node arrays live in columns that `reserve` sizes.

const MAX_LINES: i32 = 12;
const SETS: i32 = 1 << MAX_LINES;
const MAX_ALONE: i32 = 16;
const MAX_RIVAL_TRIALS: i32 = 6;
const INF: f64 = f64.POSITIVE_INFINITY;

const quantityAt: usize = memory.data(16 * 4, 16);
const lineGramAt: usize = memory.data(16 * 8, 16);
const planAt: usize = memory.data(16 * 4, 16);
const rivalAt: usize = memory.data(16 * 4, 16);
const traceAt: usize = memory.data(16 * 4, 16);
const tracePartAt: usize = memory.data(16 * 4, 16);
const outcomeAt: usize = memory.data(8 * 8, 16);
const aloneAt: usize = memory.data(MAX_ALONE * 4, 16);

const gramAt: usize = memory.data(SETS * 8, 16);
const unitsAt: usize = memory.data(SETS * 8, 16);
const cheapestAt: usize = memory.data(SETS * 8, 16);
const partitionAt: usize = memory.data(SETS * 8, 16);
const bestAt: usize = memory.data(SETS * 8, 16);
const withoutAt: usize = memory.data(SETS * 8, 16);
const parcelAt: usize = memory.data(SETS * 8, 16);
const restAt: usize = memory.data(SETS * 8, 16);
const lightRestAt: usize = memory.data(SETS * 8, 16);

let room: i32 = 0;
let stockAt: usize = 0;
let capacityAt: usize = 0;
let freeGramAt: usize = 0;
let stepGramAt: usize = 0;
let stepKeyAt: usize = 0;
let startKeyAt: usize = 0;
let forcedKeyAt: usize = 0;
let linesShortAt: usize = 0;
let unitsShortAt: usize = 0;
let perGramAt: usize = 0;
let maskAt: usize = 0;
let activeAt: usize = 0;
let steepAt: usize = 0;
let triedAt: usize = 0;

let full: i32 = 0;
let nodeCount: i32 = 0;
let activeCount: i32 = 0;
let covered: i32 = 0;
let hasUnsafe: bool = false;
let aloneCount: i32 = 0;
let goal: i32 = 0;
let gaveUp: bool = false;

// @ts-ignore: decorator
@inline function f(at: usize, index: i32): f64 { return load<f64>(at + (<usize>index << 3)); }
// @ts-ignore: decorator
@inline function putF(at: usize, index: i32, value: f64): void { store<f64>(at + (<usize>index << 3), value); }
// @ts-ignore: decorator
@inline function i(at: usize, index: i32): i32 { return load<i32>(at + (<usize>index << 2)); }
// @ts-ignore: decorator
@inline function putI(at: usize, index: i32, value: i32): void { store<i32>(at + (<usize>index << 2), value); }
// @ts-ignore: decorator
@inline function lower(at: usize, index: i32, value: f64): void { if (value < f(at, index)) putF(at, index, value); }

/** Makes room for so many nodes; every earlier address from `column` is void when it grows. */
export function reserve(nodes: i32): void {
  if (nodes <= room) return;
  room = max(nodes, room * 2);
  const size = <usize>room;
  stockAt = heap.alloc(size * MAX_LINES * 4 + 64);
  capacityAt = heap.alloc(size * 4);
  freeGramAt = heap.alloc(size * 8);
  stepGramAt = heap.alloc(size * 8);
  stepKeyAt = heap.alloc(size * 8);
  startKeyAt = heap.alloc(size * 8);
  forcedKeyAt = heap.alloc(size * 8);
  linesShortAt = heap.alloc(size * 4);
  unitsShortAt = heap.alloc(size * 8);
  perGramAt = heap.alloc(size * 8);
  maskAt = heap.alloc(size * 4);
  activeAt = heap.alloc(size * 4);
  steepAt = heap.alloc(size * 4);
  triedAt = heap.alloc(size * 4);
}

/** Nodes there is room for. */
export function capacity(): i32 { return room; }

/** Where a column begins, in the order of `columns` in engine.ts. */
export function column(which: i32): usize {
  switch (which) {
    case 0: return quantityAt;
    case 1: return lineGramAt;
    case 2: return stockAt;
    case 3: return capacityAt;
    case 4: return freeGramAt;
    case 5: return stepGramAt;
    case 6: return stepKeyAt;
    case 7: return startKeyAt;
    case 8: return planAt;
    case 9: return rivalAt;
    case 10: return forcedKeyAt;
    case 11: return outcomeAt;
    case 12: return linesShortAt;
    default: return unitsShortAt;
  }
}

/** Sums of the lines of every set. The half gram makes floor(x / step) + 1 the ceiling without a division. */
function sumSets(lines: i32): void {
  full = (1 << lines) - 1;
  putF(gramAt, 0, -0.5);
  putF(unitsAt, 0, 0);
  for (let set = 1; set <= full; set++) {
    const rest = set & (set - 1), line = ctz(set);
    putF(gramAt, set, f(gramAt, rest) + f(lineGramAt, line));
    putF(unitsAt, set, f(unitsAt, rest) + <f64>i(quantityAt, line));
  }
}

/** Four lines at once: which the node has in full and may handle today. Lanes past the last line are cut by `full`. */
function coverable(node: i32, lines: i32): i32 {
  const most = i32x4.splat(i(capacityAt, node));
  const row = stockAt + (<usize>(node * lines) << 2);
  let mask = 0;
  for (let line = 0; line < lines; line += 4) {
    const wanted = v128.load(quantityAt + (<usize>line << 2));
    const has = i32x4.ge_s(v128.load(row + (<usize>line << 2)), wanted);
    mask |= i32x4.bitmask(v128.and(has, i32x4.le_s(wanted, most))) << line;
  }
  return mask & full;
}

/** How many lines and units each node lacks of the whole order. Lanes past the last line want nothing. */
function measureShortages(lines: i32): void {
  for (let line = lines; line < 16; line++) putI(quantityAt, line, 0);
  const none = i32x4.splat(0);
  for (let node = 0; node < nodeCount; node++) {
    const row = stockAt + (<usize>(node * lines) << 2);
    let count = 0, units = i64x2.splat(0);
    for (let line = 0; line < lines; line += 4) {
      const offset = <usize>line << 2;
      const have = i32x4.max_s(v128.load(row + offset), none);
      const short = i32x4.max_s(i32x4.sub(v128.load(quantityAt + offset), have), none);
      count += popcnt(i32x4.bitmask(i32x4.gt_s(short, none)));
      units = i64x2.add(units, i64x2.extend_low_i32x4_s(short));
      units = i64x2.add(units, i64x2.extend_high_i32x4_s(short));
    }
    putI(linesShortAt, node, count);
    putF(unitsShortAt, node, <f64>(i64x2.extract_lane(units, 0) + i64x2.extract_lane(units, 1)));
  }
}

/** A node is safe when two parcels from it can always be one at no more cost; then no plan need be checked for it. */
function isUnsafe(node: i32, mask: i32): bool {
  if (<f64>i(capacityAt, node) < f(unitsAt, mask)) return true;
  const free = f(freeGramAt, node), start = f(startKeyAt, node);
  const step = f(stepGramAt, node), stepKey = f(stepKeyAt, node);
  if (free >= 0 && start * step >= (free + step) * stepKey) return false;
  return free < 0 || start < 0 || start < Math.ceil(free / step) * stepKey;
}

function indexNodes(lines: i32): void {
  activeCount = 0;
  covered = 0;
  hasUnsafe = false;
  for (let node = 0; node < nodeCount; node++) {
    const mask = coverable(node, lines);
    putI(maskAt, node, mask);
    putF(forcedKeyAt, node, INF);
    if (!mask) continue;
    covered |= mask;
    putI(activeAt, activeCount++, node);
    putF(perGramAt, node, 1 / f(stepGramAt, node));
    if (!hasUnsafe && isUnsafe(node, mask)) hasUnsafe = true;
  }
}

// @ts-ignore: decorator
@inline function parcelKey(node: i32, set: i32): f64 {
  const steps = Math.floor((f(gramAt, set) - f(freeGramAt, node)) * f(perGramAt, node)) + 1;
  return f(startKeyAt, node) + max<f64>(steps, 0) * f(stepKeyAt, node);
}

// @ts-ignore: decorator
@inline function holds(node: i32, set: i32): bool {
  return (i(maskAt, node) & set) == set && f(unitsAt, set) <= <f64>i(capacityAt, node);
}

function isAlone(node: i32): bool {
  for (let k = 0; k < aloneCount; k++) if (i(aloneAt, k) == node) return true;
  return false;
}

/** cheapest[set] over the active nodes that are neither alone nor banned. */
function priceSets(banned: i32): void {
  for (let set = 0; set <= full; set++) putF(cheapestAt, set, INF);
  let steepCount = 0;
  for (let k = 0; k < activeCount; k++) {
    const node = i(activeAt, k);
    if (node == banned || (aloneCount && isAlone(node))) continue;
    const mask = i(maskAt, node);
    const tight = <f64>i(capacityAt, node) < f(unitsAt, mask);
    if (tight || f(gramAt, mask) > f(freeGramAt, node)) putI(steepAt, steepCount++, node);
    if (!tight) lower(cheapestAt, mask, parcelKey(node, mask));
  }
  spreadDown();
  for (let k = 0; k < steepCount; k++) priceSteep(i(steepAt, k));
}

/** Whoever ships a set ships its subsets for no more: one pass for each line, two sets at a time. */
function spreadDown(): void {
  for (let bit = 1; bit <= full; bit <<= 1) {
    for (let set = 0; set <= full; set++) {
      if (!(set & bit)) lower(cheapestAt, set, f(cheapestAt, set | bit));
    }
  }
}

/** The price of a parcel for sets `set` and `set | 1`, set even. */
// @ts-ignore: decorator
@inline function pairKey(set: i32, free: v128, perGram: v128, stepKey: v128, startKey: v128): v128 {
  const over = f64x2.mul(f64x2.sub(v128.load(gramAt + (<usize>set << 3)), free), perGram);
  const steps = f64x2.add(f64x2.floor(over), f64x2.splat(1));
  return f64x2.add(startKey, f64x2.mul(f64x2.pmax(f64x2.splat(0), steps), stepKey));
}

function priceSteep(node: i32): void {
  const mask = i(maskAt, node);
  // cheapest[] only grows with the set, so a node that cannot begin below it at `mask` lowers nothing.
  if (f(startKeyAt, node) >= f(cheapestAt, mask)) return;
  const most = <f64>i(capacityAt, node);
  if (most < f(unitsAt, mask)) return priceTight(node, mask, most);
  const free = f64x2.splat(f(freeGramAt, node)), perGram = f64x2.splat(f(perGramAt, node));
  const stepKey = f64x2.splat(f(stepKeyAt, node)), startKey = f64x2.splat(f(startKeyAt, node));
  const bar = f64x2(0, mask & 1 ? 0 : INF);
  const high = mask & ~1;
  for (let set = high;; set = (set - 1) & high) {
    const at = cheapestAt + (<usize>set << 3);
    const key = f64x2.add(pairKey(set, free, perGram, stepKey, startKey), bar);
    v128.store(at, f64x2.pmin(v128.load(at), key));
    if (!set) break;
  }
}

function priceTight(node: i32, mask: i32, most: f64): void {
  for (let set = mask; set; set = (set - 1) & mask) {
    if (f(unitsAt, set) <= most) lower(cheapestAt, set, parcelKey(node, set));
  }
}

/** partition[set] = least sum of cheapest[] over the partitions of the set; the part with its highest line is split off. */
function partition(): void {
  putF(partitionAt, 0, 0);
  putF(partitionAt, 1, f(cheapestAt, 1));
  for (let set = 2; set <= full; set += 2) {
    const rest = set ^ (1 << (31 - clz(set)));
    let least = f64x2.splat(INF);
    for (let left = rest;; left = (left - 1) & rest) {
      const before = v128.load(partitionAt + (<usize>left << 3));
      const parcel = v128.load(cheapestAt + (<usize>(set ^ left) << 3));
      const own = f64x2.add(v128.shuffle<f64>(before, before, 0, 0), parcel);
      const carried = f64x2.add(before, v128.shuffle<f64>(parcel, parcel, 0, 0));
      least = f64x2.pmin(f64x2.pmin(least, own), carried);
      if (!left) break;
    }
    v128.store(partitionAt + (<usize>set << 3), least);
  }
}

/** table[set] when each node of `alive` (bits into alone[]) may ship one parcel beside the common partition. */
function admitAlone(table: usize, alive: i32): void {
  memory.copy(table, partitionAt, (<usize>full + 1) << 3);
  for (let k = 0; k < aloneCount; k++) {
    if (!(alive >> k & 1)) continue;
    const node = i(aloneAt, k), mask = i(maskAt, node);
    for (let set = 1; set <= full; set++) putF(parcelAt, set, holds(node, set) ? parcelKey(node, set) : INF);
    for (let set = full; set; set--) {
      const common = set & mask;
      for (let part = common; part; part = (part - 1) & common) {
        lower(table, set, f(parcelAt, part) + f(table, set ^ part));
      }
    }
  }
}

/** The lowest node that ships the set for exactly cheapest[set]. */
function nodeFor(set: i32, banned: i32): i32 {
  const key = f(cheapestAt, set);
  for (let k = 0; k < activeCount; k++) {
    const node = i(activeAt, k);
    if (!holds(node, set) || parcelKey(node, set) != key) continue;
    if (node != banned && !isAlone(node)) return node;
  }
  return -1;
}

// @ts-ignore: decorator
@inline function assign(set: i32, node: i32): void {
  for (let left = set; left; left &= left - 1) {
    putI(traceAt, ctz(left), node);
    putI(tracePartAt, ctz(left), set);
  }
}

/** Reads the plan for `set` out of the tables: for its first line the lowest node, then the largest parcel, and so on. */
function trace(set: i32, banned: i32, alive: i32): void {
  let table = bestAt;
  while (set) {
    const first = set & -set, rest = set ^ first, key = f(table, set);
    let node = i32.MAX_VALUE, parcel = 0, chosen = -1;
    for (let extra = rest;; extra = (extra - 1) & rest) {
      const part = extra | first;
      if (f(cheapestAt, part) + f(table, set ^ part) == key) {
        const candidate = nodeFor(part, banned);
        if (candidate < node) { node = candidate; parcel = part; }
      }
      if (!extra) break;
    }
    for (let k = 0; k < aloneCount; k++) {
      const candidate = i(aloneAt, k);
      if (!(alive >> k & 1) || candidate > node || !(i(maskAt, candidate) & first)) continue;
      const part = partOfAlone(k, set, alive, key);
      if (part) { node = candidate; parcel = part; chosen = k; }
    }
    assign(parcel, node);
    set ^= parcel;
    if (chosen < 0) continue;
    alive ^= 1 << chosen;
    admitAlone(bestAt, alive);
  }
}

/** The largest parcel with the set's first line that alone[k] ships in some best plan, or 0. */
function partOfAlone(k: i32, set: i32, alive: i32, key: f64): i32 {
  const node = i(aloneAt, k), first = set & -set, rest = set ^ first;
  admitAlone(withoutAt, alive ^ (1 << k));
  for (let extra = rest;; extra = (extra - 1) & rest) {
    const part = extra | first;
    if (holds(node, part) && parcelKey(node, part) + f(withoutAt, set ^ part) == key) return part;
    if (!extra) break;
  }
  return 0;
}

/** The first node to which the trace gives two parcels, or -1. */
function overusedNode(): i32 {
  for (let left = goal; left; left &= left - 1) {
    const line = ctz(left), node = i(traceAt, line);
    for (let later = left & (left - 1); later; later &= later - 1) {
      const other = ctz(later);
      if (i(traceAt, other) == node && i(tracePartAt, other) != i(tracePartAt, line)) return node;
    }
  }
  return -1;
}

/** The set to serve: all, or when capacity forbids it the most units, then the least key, then the highest mask. */
function servable(): i32 {
  if (f(bestAt, full) < INF) return full;
  let chosen = 0;
  for (let set = 1; set <= full; set++) {
    if (f(bestAt, set) == INF) continue;
    const more = f(unitsAt, set) - f(unitsAt, chosen);
    if (more > 0 || (more == 0 && f(bestAt, set) <= f(bestAt, chosen))) chosen = set;
  }
  return chosen;
}

/** The largest parcel with which the forced node reaches `key`. */
function partOfForced(node: i32, key: f64): i32 {
  const mask = i(maskAt, node) & goal;
  for (let set = mask; set; set = (set - 1) & mask) {
    if (holds(node, set) && parcelKey(node, set) + f(bestAt, goal ^ set) == key) return set;
  }
  return 0;
}

function forcedKey(node: i32): f64 {
  const mask = i(maskAt, node) & goal;
  let least = INF;
  for (let set = mask; set; set = (set - 1) & mask) {
    if (holds(node, set)) least = min(least, parcelKey(node, set) + f(bestAt, goal ^ set));
  }
  return least;
}

/**
 * Solves for the active nodes, with `forced` (or -1) made to ship something, and traces the plan. The tables allow a
 * node several parcels; a node that takes advantage is solved for alone and all is done again, until none does.
 */
function settle(forced: i32, chooseGoal: bool): f64 {
  const maxAlone = full < 256 ? MAX_ALONE : 4;
  let key = INF, overused = -1;
  aloneCount = 0;
  do {
    if (overused >= 0) putI(aloneAt, aloneCount++, overused);
    priceSets(forced);
    partition();
    key = tracePlan(forced, chooseGoal);
    overused = hasUnsafe && key < INF ? overusedNode() : -1;
  } while (overused >= 0 && aloneCount < maxAlone);
  if (overused >= 0) gaveUp = true;
  return key;
}

function tracePlan(forced: i32, chooseGoal: bool): f64 {
  const alive = (1 << aloneCount) - 1;
  admitAlone(bestAt, alive);
  if (chooseGoal) goal = servable();
  const key = forced < 0 ? f(bestAt, goal) : forcedKey(forced);
  if (key == INF) return key;
  const part = forced < 0 ? 0 : partOfForced(forced, key);
  assign(part, forced);
  trace(goal ^ part, forced, alive);
  if (aloneCount) admitAlone(bestAt, alive);
  return key;
}

/** rest[set]: what the lines beside the set cost at best; lightRest[mask]: the least of it over the subsets of a mask. */
function prepareForcing(): void {
  for (let set = 0; set <= full; set++) {
    const rest = set && (set & ~goal) == 0 ? f(bestAt, goal ^ set) : INF;
    putF(restAt, set, rest);
    putF(lightRestAt, set, rest);
  }
  for (let bit = 1; bit <= full; bit <<= 1) {
    for (let set = 0; set <= full; set++) {
      if (set & bit) lower(lightRestAt, set, f(lightRestAt, set ^ bit));
    }
  }
}

/** forcedKey[node] = the best plan in which the node ships at least one line. */
function forceEach(): void {
  prepareForcing();
  for (let k = 0; k < activeCount; k++) {
    const node = i(activeAt, k), mask = i(maskAt, node) & goal;
    if (!mask) continue;
    const tight = <f64>i(capacityAt, node) < f(unitsAt, mask);
    if (tight) putF(forcedKeyAt, node, forcedKey(node));
    else if (f(gramAt, mask) <= f(freeGramAt, node)) putF(forcedKeyAt, node, f(startKeyAt, node) + f(lightRestAt, mask));
    else putF(forcedKeyAt, node, forceSteep(node, mask));
  }
}

function forceSteep(node: i32, mask: i32): f64 {
  const free = f64x2.splat(f(freeGramAt, node)), perGram = f64x2.splat(f(perGramAt, node));
  const stepKey = f64x2.splat(f(stepKeyAt, node)), startKey = f64x2.splat(f(startKeyAt, node));
  const bar = f64x2(0, mask & 1 ? 0 : INF);
  const high = mask & ~1;
  let least = f64x2.splat(INF);
  for (let set = high;; set = (set - 1) & high) {
    const rest = f64x2.add(v128.load(restAt + (<usize>set << 3)), bar);
    least = f64x2.pmin(least, f64x2.add(pairKey(set, free, perGram, stepKey, startKey), rest));
    if (!set) break;
  }
  return min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}

function isPlanned(node: i32): bool {
  for (let left = goal; left; left &= left - 1) if (i(planAt, ctz(left)) == node) return true;
  return false;
}

/** The node outside the plan with the least forced key that has not been tried yet, or -1. */
function nextRival(): i32 {
  let least = INF, chosen = -1;
  for (let k = 0; k < activeCount; k++) {
    const node = i(activeAt, k), key = f(forcedKeyAt, node);
    if (key < least && !i(triedAt, node) && !isPlanned(node)) { least = key; chosen = node; }
  }
  return chosen;
}

/** The best plan that uses a node from outside the plan; its key goes to outcome[4]. */
function rivalOutside(): void {
  for (let k = 0; k < activeCount; k++) putI(triedAt, i(activeAt, k), 0);
  for (let trial = 0;; trial++) {
    const node = nextRival();
    if (node < 0 || f(forcedKeyAt, node) >= f(outcomeAt, 4)) return;
    if (trial == MAX_RIVAL_TRIALS) { putF(outcomeAt, 5, 0); return; }
    putI(triedAt, node, 1);
    if (hasUnsafe) { keepRival(settle(node, false)); continue; }
    const key = f(forcedKeyAt, node), part = partOfForced(node, key);
    assign(part, node);
    trace(goal ^ part, node, 0);
    return keepRival(key);
  }
}

/** Plans from all but one of the chosen nodes: the only other plans whose set of nodes differs. */
function rivalInside(): void {
  for (let dropped = goal; dropped; dropped &= dropped - 1) {
    const out = i(planAt, ctz(dropped));
    activeCount = 0;
    let union = 0, seen = false;
    for (let left = goal; left; left &= left - 1) {
      const line = ctz(left), node = i(planAt, line);
      if (node == out) { if (line < ctz(dropped)) seen = true; continue; }
      let listed = false;
      for (let k = 0; k < activeCount; k++) if (i(activeAt, k) == node) listed = true;
      if (listed) continue;
      putI(activeAt, activeCount++, node);
      union |= i(maskAt, node);
    }
    if (!seen && (goal & ~union) == 0) keepRival(settle(-1, false));
  }
}

function keepRival(key: f64): void {
  if (gaveUp) { gaveUp = false; putF(outcomeAt, 5, 0); return; }
  if (key >= f(outcomeAt, 4)) return;
  putF(outcomeAt, 4, key);
  memory.copy(rivalAt, traceAt, MAX_LINES * 4);
}

/**
 * Routes `lines` lines over `nodes` nodes laid out in the columns. outcome: 0 key of the plan, 1 lines served, 2 lines
 * some node ships whole, 3 plan is exact, 4 key of the runner-up, 5 runner-up is exact, 6 forced keys are exact.
 */
export function solve(lines: i32, nodes: i32, explain: bool): void {
  nodeCount = nodes;
  gaveUp = false;
  sumSets(lines);
  indexNodes(lines);
  const key = settle(-1, true);
  for (let line = 0; line < MAX_LINES; line++) {
    putI(planAt, line, line < lines && goal >> line & 1 ? i(traceAt, line) : -1);
  }
  putF(outcomeAt, 0, key);
  putF(outcomeAt, 1, <f64>goal);
  putF(outcomeAt, 2, <f64>covered);
  putF(outcomeAt, 3, gaveUp ? 0 : 1);
  putF(outcomeAt, 4, INF);
  putF(outcomeAt, 5, 1);
  putF(outcomeAt, 6, hasUnsafe ? 0 : 1);
  if (!explain || gaveUp) return;
  measureShortages(lines);
  if (!goal) return;
  forceEach();
  rivalOutside();
  rivalInside();
}
