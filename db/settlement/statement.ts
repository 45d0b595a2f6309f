import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import { plusDays, startOfDay } from "~/domain/_kernel/period.ts";
import type {
  Statement,
  StatementEntry,
  StatementPeriod,
} from "~/domain/settlement/read_models.ts";

export const mostEntries = 1000;

const sumBefore = prepared((
  reader,
  p: { dealerId: string; currency: string; before: string },
) =>
  reader.from("posting as p").innerJoin("journal as j", "j.id", "p.journal_id")
    .select(sql<number | null>`sum(p.amount_minor)`.as("minor"))
    .where("p.partner_id", "=", p.dealerId).where("p.currency", "=", p.currency)
    .where("j.at", "<", p.before)
);

const entryRows = prepared((
  reader,
  p: { dealerId: string; currency: string; from: string; until: string },
) =>
  reader.from("posting as p").innerJoin("journal as j", "j.id", "p.journal_id")
    .leftJoin("shipment as s", "s.id", "j.document_id")
    .leftJoin("sales_order as o", "o.id", "s.order_id")
    .leftJoin("receipt as r", "r.id", "j.document_id")
    .select([
      "j.at",
      "j.number as journal",
      "j.kind",
      "j.memo as document",
      sql<string>`coalesce(o.number, r.reference, '')`.as("about"),
      sql<number>`sum(p.amount_minor)`.as("amountMinor"),
    ])
    .where("p.partner_id", "=", p.dealerId).where("p.currency", "=", p.currency)
    .where("j.at", ">=", p.from).where("j.at", "<", p.until)
    .groupBy("j.id").orderBy("j.at").orderBy("j.id")
);

/**
 * A dealer's account between two days: what was owed before, each shipment and receipt with the
 * balance it left. Advances count, so a balance below zero is money we hold for the dealer.
 */
export function loadStatement(
  reader: Reader,
  { dealerId, currency }: { dealerId: PartnerId; currency: string },
  { from, to }: StatementPeriod,
  most = mostEntries,
): Statement {
  const start = startOfDay(from);
  const until = startOfDay(plusDays(to, 1));
  const openingMinor = sumBefore(reader, { dealerId, currency, before: start })[0]?.minor ?? 0;
  const rows = entryRows(reader, { dealerId, currency, from: start, until });
  let balanceMinor = openingMinor;
  const all = rows.map((row): StatementEntry => {
    balanceMinor += row.amountMinor;
    return { ...row, kind: row.kind as StatementEntry["kind"], balanceMinor };
  });
  const sum = (sign: 1 | -1) =>
    all.reduce((total, { amountMinor }) => total + Math.max(0, sign * amountMinor), 0);
  return {
    from,
    to,
    openingMinor,
    entries: all.length > most ? all.slice(-most) : all,
    chargedMinor: sum(1),
    paidMinor: sum(-1),
    closingMinor: balanceMinor,
    isCut: all.length > most,
  };
}
