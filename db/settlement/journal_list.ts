import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { keyOf, type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import { type Day, plusDays, startOfDay } from "~/domain/_kernel/period.ts";
import type { Account } from "~/domain/settlement/events.ts";
import type { JournalKind, JournalPage, JournalRow } from "~/domain/settlement/read_models.ts";

export type JournalFilter = { kind?: JournalKind; from?: Day; to?: Day; q?: string };

const columns = ["j.at", "j.id"];
const debit = sql<number>`(select coalesce(sum(amount_minor), 0) from posting
  where journal_id = j.id and amount_minor > 0)`;
const currency = sql<string>`(select currency from posting where journal_id = j.id limit 1)`;

/** The book, newest first. */
export function listJournals(
  reader: Reader,
  { kind, from, to, q }: JournalFilter,
  page: RowPage,
): PagedRows<JournalRow> {
  let query = reader.from("journal as j").select([
    keyOf(...columns),
    "j.number",
    "j.at",
    "j.kind",
    "j.memo",
    debit.as("amountMinor"),
    currency.as("currency"),
  ]);
  if (kind) query = query.where("j.kind", "=", kind);
  if (from) query = query.where("j.at", ">=", startOfDay(from));
  if (to) query = query.where("j.at", "<", startOfDay(plusDays(to, 1)));
  if (q) query = query.where((eb) => eb.or([eb("j.number", "=", q), ...ofDocument(reader, q)]));
  const { rows, ...ends } = rowPage(reader, query, { columns, direction: "desc", page });
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as JournalKind })), ...ends };
}

/** A journal of a document is found by its effect key, which has an index. */
function ofDocument(reader: Reader, number: string) {
  const system = reader.asSystem("only journals in sight are listed");
  const shipment = system.from("shipment").select(sql<string>`'shipment ' || id`.as("key"))
    .where("number", "=", number);
  const receipt = system.from("receipt").select(sql<string>`'receipt ' || id`.as("key"))
    .where("number", "=", number);
  return [shipment, receipt].map((keys) => sql<boolean>`j.effect_key in ${keys}`);
}

const pageRow = prepared((reader, p: { number: string }) =>
  reader.from("journal").select(["id", "number", "at", "kind", "memo"])
    .where("number", "=", p.number)
);
const postingRows = prepared((reader, p: { id: string }) =>
  reader.from("posting as p").leftJoin("partner as d", "d.id", "p.partner_id")
    .select([
      "p.account",
      "d.code as dealer",
      "d.name_zh as nameZh",
      "d.name_en as nameEn",
      "p.currency",
      "p.amount_minor as amountMinor",
    ]).where("p.journal_id", "=", p.id).orderBy("p.seq")
);

export function loadJournal(reader: Reader, number: string): JournalPage {
  const { id, ...row } = found(pageRow(reader, { number })[0], "journal");
  const system = reader.asSystem("all sides of a journal in sight");
  return {
    ...row,
    kind: row.kind as JournalKind,
    postings: postingRows(system, { id }).map((posting) => ({
      ...posting,
      account: posting.account as Account,
    })),
  };
}
