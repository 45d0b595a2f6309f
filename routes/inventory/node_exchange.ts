import { z } from "zod";
import { findNode, nodes } from "~/db/inventory/nodes.ts";
import { findPool, pools } from "~/db/inventory/pools.ts";
import { type Node, type NodeType, nodeTypes } from "~/domain/inventory/node.ts";
import { type Weekday, weekdays, weekInOrder } from "~/domain/inventory/weekdays.ts";
import { amountText, parseAmount } from "~/domain/policy/price/price_text.ts";
import type { ExchangeColumn } from "~/routes/_cli/import/kind.ts";
import {
  masterImport,
  namedColumns,
  namedRow,
  present,
} from "~/routes/_cli/import/master_import.ts";
import {
  Code,
  Currency,
  EnglishText,
  oneOfWords,
  orAbsent,
  YesNo,
} from "~/routes/_entry/shapes.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import { nodeFields } from "./shapes.ts";

const { zh, en } = inventoryWords.both;
const { fields: zhFields, types: zhTypes, states: zhStates, weekdays: zhDays } = zh.nodes;
const { fields: enFields, types: enTypes, states: enStates, weekdays: enDays } = en.nodes;

export const poolImport = masterImport({
  name: "pools",
  title: { zh: "库存池", en: "Pools" },
  right: { resource: "node", action: "import" },
  columns: [
    ...namedColumns(),
    {
      field: "organisationCode",
      zh: ["组织", zhFields.organisation],
      en: [enFields.organisation],
      required: true,
    },
  ],
  schema: z.object({ ...namedRow, organisationCode: Code }),
  master: pools,
  find: findPool,
  blank: { nameEn: "" },
  words: (lang) => inventoryWords(lang).refused,
});

const column = (
  field: keyof typeof zhFields,
  name: string,
  cell: (node: Node) => string | number | null,
  required = false,
): ExchangeColumn<Node> => ({
  field: name,
  zh: [zhFields[field]],
  en: [enFields[field]],
  required,
  cell,
});

/** The columns of a node file, for the way in and the way out. */
export const nodeColumns: readonly ExchangeColumn<Node>[] = [
  column("code", "code", (n) => n.code, true),
  column("nameZh", "nameZh", (n) => n.nameZh, true),
  column("nameEn", "nameEn", (n) => n.nameEn),
  column("type", "type", (n) => n.type, true),
  {
    field: "organisationCode",
    zh: ["组织", zhFields.organisation],
    en: [enFields.organisation],
    required: true,
    cell: (n) => n.organisationCode,
  },
  column("region", "regionCode", (n) => n.regionCode, true),
  {
    field: "partnerCode",
    zh: ["伙伴", zhFields.partner],
    en: ["Partner", enFields.partner],
    cell: (n) => n.partnerCode,
  },
  column("pool", "poolCode", (n) => n.poolCode),
  column("province", "province", (n) => n.province, true),
  column("city", "city", (n) => n.city, true),
  { field: "stocks", zh: ["存货"], en: ["Stocks"], cell: (n) => yesNo(n.stocks) },
  { field: "ships", zh: ["发货"], en: ["Ships"], cell: (n) => yesNo(n.ships) },
  {
    field: "handling",
    zh: [zhFields.handling, "操作费"],
    en: [enFields.handling, "Handling"],
    cell: ({ handling }) => amountText(handling.amountMinor, handling.currency),
  },
  column("currency", "currency", (n) => n.handling.currency),
  column("capacity", "dailyCapacity", (n) => n.dailyCapacity),
  column("weekdays", "openWeekdays", (n) => n.openWeekdays.join("; ")),
  column("leadDays", "leadDays", (n) => n.leadDays),
  column("state", "state", (n) => n.state),
];

const yesNo = (value: boolean) => value ? "yes" : "no";

const Type = oneOfWords(
  Object.fromEntries(
    nodeTypes.map((type) => [type, [zhTypes[type], enTypes[type]]]),
  ) as unknown as {
    [T in NodeType]: readonly string[];
  },
);
const State = oneOfWords({
  active: [zhStates.active, enStates.active],
  inactive: [zhStates.inactive, enStates.inactive],
});
const Day = oneOfWords(
  Object.fromEntries(weekdays.map((day) => [day, [zhDays[day], enDays[day]]])) as unknown as {
    [D in Weekday]: readonly string[];
  },
);
const Days = z.string().transform((text) =>
  text.split(/[;；、,，\s]/).map((part) => part.trim()).filter(Boolean)
).pipe(z.array(Day));

const NodeRow = z.object({
  ...nodeFields,
  code: Code,
  nameEn: EnglishText.optional(),
  type: Type,
  partnerCode: nodeFields.partnerCode.optional(),
  poolCode: nodeFields.poolCode.optional(),
  stocks: orAbsent(YesNo),
  ships: orAbsent(YesNo),
  handling: orAbsent(z.string().trim().max(30)),
  currency: orAbsent(Currency),
  dailyCapacity: orAbsent(nodeFields.dailyCapacity),
  openWeekdays: orAbsent(Days),
  leadDays: orAbsent(nodeFields.leadDays),
  state: orAbsent(State),
}).refine(
  ({ handling, currency = "CNY" }) =>
    handling === undefined || parseAmount(handling, currency) !== null,
  {
    error: "not_an_amount",
    path: ["handling"],
  },
);
type NodeRow = z.infer<typeof NodeRow>;

/** A new node is open on weekdays, stocks and ships, and costs nothing to handle until somebody says so. */
function mergeNode({ handling, currency, ...row }: NodeRow, before: Node | null): Node {
  const blank = {
    nameEn: "",
    partnerCode: null,
    poolCode: null,
    stocks: true,
    ships: true,
    dailyCapacity: 500,
    openWeekdays: weekInOrder.slice(0, 6),
    leadDays: 1,
    state: "active" as const,
  };
  const known = before?.handling ?? { amountMinor: 0, currency: "CNY" };
  const used = currency ?? known.currency;
  const amountMinor = handling === undefined
    ? known.amountMinor
    : parseAmount(handling, used) ?? known.amountMinor;
  const money = { amountMinor, currency: used };
  return { ...blank, ...before, ...present(row), handling: money } as Node;
}

export const nodeImport = masterImport({
  name: "nodes",
  title: { zh: "仓库", en: "Nodes" },
  right: { resource: "node", action: "import" },
  columns: nodeColumns,
  schema: NodeRow,
  master: nodes,
  find: findNode,
  merge: mergeNode,
  words: (lang) => inventoryWords(lang).refused,
});
