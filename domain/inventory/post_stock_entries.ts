import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "../_kernel/decision.ts";
import type { NodeId, SkuId } from "../_kernel/id.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import type { PostedLine, StockEntriesPosted, StockEntryKind } from "./events.ts";
import type { ReservationVoided } from "./reservation_events.ts";
import { voidDue } from "./reserve.ts";
import { type BalanceRefusal, balanceRefusals, type Balances } from "./stock_after_entries.ts";
import {
  type EntryNode,
  type EntrySku,
  lineOf,
  type LineRefusal,
  type StockEntryLine,
} from "./stock_entry_line.ts";

export const mostEntryLines = 1000;

export type PostStockEntries = {
  kind: StockEntryKind;
  reason: string;
  /** Names the source for good, such as a file's hash: the same source is posted once. */
  source?: string;
  lines: readonly StockEntryLine[];
};

export type StockEntryFacts = Balances & {
  number: NextNumber;
  nodes: ReadonlyMap<string, EntryNode>;
  skus: ReadonlyMap<string, EntrySku>;
  /** Effect keys of this source that are in the books already. */
  posted: ReadonlySet<string>;
};

export type StockEntryRefusal =
  | LineRefusal
  | BalanceRefusal
  | { reason: "reason_missing"; at?: string }
  | { reason: "too_many_lines"; count: number; most: number; at?: string };

/** Receipts, adjustments and counts: all lines or none, checked on the sum of each node and SKU. */
export function postStockEntries(
  facts: StockEntryFacts,
  command: PostStockEntries,
  by: By,
): Decision<StockEntriesPosted | ReservationVoided, StockEntryRefusal> {
  const [count, most] = [command.lines.length, mostEntryLines];
  if (count > most) return refuse({ reason: "too_many_lines", count, most, at: "/lines" });
  const reason = command.reason.trim();
  const number = numberOf(facts.number);
  const resolved = command.lines.map((line, at) =>
    lineOf(line, at, { kind: command.kind, ...facts, onHand: onHandOf(facts) })
  );
  const broken = refuseIfAny<StockEntryRefusal>([
    // A count explains itself by what was counted; what comes or goes otherwise does not.
    ...(reason === "" && command.kind !== "count"
      ? [{ reason: "reason_missing" as const, at: "/reason" }]
      : []),
    ...resolved.flatMap(({ refusals }) => refusals),
    ...(command.kind === "count" ? countedTwice(command.lines) : []),
  ]);
  if (broken) return broken;
  const lines = resolved.flatMap(({ line }, at): PostedLine[] => {
    const effectKey = effectKeyOf(command.source ?? number, at);
    return line && !facts.posted.has(effectKey) ? [{ ...line, lineNo: at + 1, effectKey }] : [];
  });
  if (lines.length === 0) return accept();
  const short = refuseIfAny(balanceRefusals(lines, (line) => namesOf(line, command, facts), facts));
  if (short) return short;
  return accept<StockEntriesPosted | ReservationVoided>(...voidDue(facts.due), {
    type: "StockEntriesPosted",
    subject: by.newId(),
    number,
    takes: facts.number,
    kind: command.kind,
    reason,
    lines,
  });
}

/** One effect for each line of a document: posting it again changes nothing. */
export function effectKeyOf(document: string, at: number): string {
  return `${document}:${at + 1}`;
}

function onHandOf({ atNodes }: StockEntryFacts): (nodeId: NodeId, skuId: SkuId) => number {
  const found = new Map(atNodes.map((b) => [`${b.nodeId} ${b.skuId}`, b.onHand]));
  return (nodeId, skuId) => found.get(`${nodeId} ${skuId}`) ?? 0;
}

function namesOf({ lineNo }: PostedLine, { lines }: PostStockEntries, { nodes }: StockEntryFacts) {
  const { node, sku } = lines[lineNo - 1]!;
  return { node, sku, pool: nodes.get(node)?.poolCode ?? null };
}

/** The second count of one place would be measured against stock that the first has changed. */
function countedTwice(lines: readonly StockEntryLine[]): LineRefusal[] {
  const seen = new Set<string>();
  return lines.flatMap(({ node, sku }, at) => {
    const key = `${node} ${sku}`;
    if (seen.has(key)) return [{ reason: "counted_twice", node, sku, at: `/lines/${at}/sku` }];
    seen.add(key);
    return [];
  });
}
