import type { NodeId, PoolId, SkuId } from "../_kernel/id.ts";
import type { PostedLine } from "./events.ts";
import type { DueReservation } from "./reserve.ts";

export type NodeBalance = {
  nodeId: NodeId;
  skuId: SkuId;
  onHand: number;
  pinned: number;
  holders: Holders;
};
export type PoolBalanceHeld = {
  poolId: PoolId;
  skuId: SkuId;
  onHand: number;
  reserved: number;
  holders: Holders;
};

/** Orders that hold goods: the numbers the caller may see, and how many others there are. */
export type Holders = { numbers: readonly string[]; others: number };

export type Balances = {
  atNodes: readonly NodeBalance[];
  inPools: readonly PoolBalanceHeld[];
  due: readonly DueReservation[];
};

type Named = { node: string; pool: string | null; sku: string };

export type BalanceRefusal =
  | {
    reason: "not_on_hand";
    node: string;
    sku: string;
    needed: number;
    actual: number;
    at?: string;
  }
  | {
    reason: "below_pinned";
    node: string;
    sku: string;
    left: number;
    pinned: number;
    at?: string;
  } & Holders
  | {
    reason: "below_reserved";
    pool: string;
    sku: string;
    left: number;
    reserved: number;
    at?: string;
  } & Holders;

const nobody: Holders = { numbers: [], others: 0 };

/** What the books would look like afterwards, summed per place and SKU, in a fixed order. */
export function balanceRefusals(
  lines: readonly PostedLine[],
  nameOf: (line: PostedLine) => Named,
  balances: Balances,
): BalanceRefusal[] {
  const atNodes = nodeRefusals(sums(lines, (line) => line.nodeId), nameOf, balances);
  const inPools = poolRefusals(sums(lines, (line) => line.poolId), nameOf, balances);
  // Where nothing is reserved the pool only repeats what its node has said.
  const isSaid = (refusal: BalanceRefusal) =>
    refusal.reason === "below_reserved" && refusal.reserved === 0 && atNodes.length > 0;
  return [...atNodes, ...inPools.filter((refusal) => !isSaid(refusal))];
}

type Sum = { place: string; first: PostedLine; change: number };

function sums(
  lines: readonly PostedLine[],
  placeOf: (line: PostedLine) => string | null,
): Sum[] {
  const found = new Map<string, Sum>();
  for (const line of lines) {
    const place = placeOf(line);
    if (place === null) continue;
    const key = `${place} ${line.skuId}`;
    const sum = found.get(key);
    if (sum) sum.change += line.quantity;
    else found.set(key, { place, first: line, change: line.quantity });
  }
  return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, sum]) => sum);
}

function nodeRefusals(
  changes: readonly Sum[],
  nameOf: (line: PostedLine) => Named,
  { atNodes }: Balances,
): BalanceRefusal[] {
  const balances = new Map(atNodes.map((b) => [`${b.nodeId} ${b.skuId}`, b]));
  return changes.filter(({ change }) => change < 0).flatMap(
    ({ place, first, change }): BalanceRefusal[] => {
      const balance = balances.get(`${place} ${first.skuId}`);
      const { onHand = 0, pinned = 0, holders = nobody } = balance ?? {};
      const [{ node, sku }, at] = [nameOf(first), pointer(first)];
      const left = onHand + change;
      if (left < 0) {
        return [{ reason: "not_on_hand", node, sku, needed: -change, actual: onHand, at }];
      }
      return left < pinned
        ? [{ reason: "below_pinned", node, sku, left, pinned, ...holders, at }]
        : [];
    },
  );
}

function poolRefusals(
  changes: readonly Sum[],
  nameOf: (line: PostedLine) => Named,
  { inPools, due }: Balances,
): BalanceRefusal[] {
  const balances = new Map(inPools.map((b) => [`${b.poolId} ${b.skuId}`, b]));
  return changes.filter(({ change }) => change < 0).flatMap(
    ({ place, first, change }): BalanceRefusal[] => {
      const balance = balances.get(`${place} ${first.skuId}`);
      if (!balance) return [];
      const [left, reserved] = [balance.onHand + change, balance.reserved - dueOf(due, balance)];
      if (left >= reserved) return [];
      const { pool, sku } = nameOf(first);
      const { holders } = balance;
      return [{
        reason: "below_reserved",
        pool: pool ?? "",
        sku,
        left,
        reserved,
        ...holders,
        at: pointer(first),
      }];
    },
  );
}

/** What has run out does not count from that instant on. */
function dueOf(due: readonly DueReservation[], { poolId, skuId }: PoolBalanceHeld): number {
  return due.filter((each) => each.poolId === poolId).flatMap(({ items }) => items)
    .filter((item) => item.skuId === skuId).reduce((sum, { quantity }) => sum + quantity, 0);
}

function pointer({ lineNo }: PostedLine): string {
  return `/lines/${lineNo - 1}/quantity`;
}
