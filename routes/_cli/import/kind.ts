import type { z } from "zod";
import type { EventBase } from "~/db/_engine/outbox.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Unit } from "~/db/_engine/transact.ts";
import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { Actions, Resource, Role } from "~/domain/platform/rights.ts";
import type { CsvColumn } from "~/routes/_entry/csv.ts";
import type { RefusedWords } from "~/routes/_entry/problem.ts";
import type { Lang } from "~/views/_kit/text.ts";

/** A column of a file: the field it fills and the headings it is known by, the usual one first. */
export type ImportColumn = {
  field: string;
  zh: readonly [string, ...string[]];
  en: readonly [string, ...string[]];
  /** A file without it is refused as a whole. */
  required?: boolean;
};

export type ImportRight = { [R in Resource]: { resource: R; action: Actions[R] } }[Resource];

/** What one row, or the rows of one document, ask for: exactly what a form or the API would ask. */
export type ImportUnit<Loaded, Event extends EventBase, Refusal extends RefusalBase> =
  & Pick<
    Unit<Loaded, Event, Refusal>,
    "load" | "decide"
  >
  & {
    /** The dealer in whose name it is done. */
    onBehalfOf?: (reader: Reader) => string | null;
  };

/** Who brings the file, as far as a kind has to know. */
export type Importer = {
  dealerId: string | null;
  roles: readonly Role[];
  may<R extends Resource>(resource: R, action: Actions[R]): boolean;
};

/** Whoever has the terminal has the house. */
export const terminalImporter: Importer = { dealerId: null, roles: ["operator"], may: () => true };

export type ImportSpec<Row, Loaded, Event extends EventBase, Refusal extends RefusalBase> = {
  /** As the command says it: products. */
  name: string;
  title: Record<Lang, string>;
  right: ImportRight;
  /** What a dealer's own people need in its place, for what they may bring in for themselves. */
  dealerRight?: ImportRight;
  columns: readonly ImportColumn[];
  /** Takes the cells by field name as text; a column the file does not have is absent. */
  schema: z.ZodType<Row>;
  /** Names the record: rows are done in the order of the file, so those of one key are, too. */
  key: (row: Row) => string;
  /** Where a record may have several rows (a partner's addresses): what of it stands in a file once. */
  part?: (row: Row) => string;
  /** What the rows of such a record must say alike, lest each run write one over the other. */
  alike?: (row: Row) => Readonly<Record<string, unknown>>;
  /**
   * Neighbouring rows that say the same in these fields are one document (an order and its lines),
   * done or refused whole; a refusal at `/lines/2/sku` belongs to its third row.
   */
  groupedBy?: readonly string[];
  unit: (
    rows: readonly [Row, ...Row[]],
    importer: Importer,
  ) => ImportUnit<Loaded, Event, Refusal>;
  words: (lang: Lang) => RefusedWords<Refusal>;
  /** The key this refusal waits for: a preview does not refuse what an earlier row of the file brings. */
  waitsFor?: (refusal: Refusal) => string | null;
};

/** A kind with its types forgotten, as the registry lists it. */
export type ImportKind = ImportSpec<unknown, unknown, EventBase, RefusalBase>;

export function rightOf(
  { right, dealerRight }: Pick<ImportKind, "right" | "dealerRight">,
  { dealerId }: Pick<Importer, "dealerId">,
): ImportRight {
  return dealerId === null ? right : dealerRight ?? right;
}

/** What the same columns write when the list is exported: the file can be imported again as it is. */
export type ExchangeColumn<Row> = ImportColumn & Pick<CsvColumn<Row>, "cell">;

export function exportColumns<Row>(columns: readonly ExchangeColumn<Row>[]): CsvColumn<Row>[] {
  return columns.map(({ zh, en, cell }) => ({ head: { zh: zh[0], en: en[0] }, cell }));
}

export function importKind<Row, Loaded, Event extends EventBase, Refusal extends RefusalBase>(
  spec: ImportSpec<Row, Loaded, Event, Refusal>,
): ImportKind {
  return spec as unknown as ImportKind;
}
