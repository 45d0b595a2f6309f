import type { By } from "../../_kernel/by.ts";
import { accept, type Decision } from "../../_kernel/decision.ts";
import type { PriceListId } from "../../_kernel/id.ts";
import { decidePut, type Expected, type PutFacts, type PutRefusal } from "../../_kernel/master.ts";
import type { PriceEvent } from "./events.ts";
import {
  type PriceList,
  type PriceListExtra,
  type PriceListRefusal,
  priceListRules,
} from "./price_list.ts";
import {
  type PriceRowFacts,
  type PriceRowRefusal,
  savePriceRows,
  type WishedPriceRow,
} from "./save_price_rows.ts";

export type PutPriceList = {
  record: PriceList;
  rows: readonly WishedPriceRow[];
  expected: Expected;
};

export type PutPriceListFacts = {
  header: PutFacts<PriceList, PriceListExtra>;
  rows: Omit<PriceRowFacts, "list">;
};

/** A list and some of its rows in one commit: both, or neither. */
export function putPriceList(
  { header, rows }: PutPriceListFacts,
  { record, rows: wished, expected }: PutPriceList,
  by: By,
): Decision<PriceEvent, PriceListRefusal | PriceRowRefusal | PutRefusal> {
  const type = "PriceListSaved";
  const key = record.code;
  const saved = decidePut(
    { type, key, record, expected, facts: header, rules: priceListRules },
    by,
  );
  if (!saved.ok) return saved;
  const id = (header.before?.id ?? saved.events[0]?.subject) as PriceListId;
  const priced = savePriceRows({ ...rows, list: { ...record, id, mayEdit: true } }, wished);
  if (!priced.ok) return priced;
  return accept<PriceEvent>(...saved.events, ...priced.events);
}
