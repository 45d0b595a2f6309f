import { dayOf } from "~/domain/_kernel/period.ts";
import type { PutRefusal } from "~/domain/_kernel/master.ts";
import type { RateCardRefusal } from "~/domain/dispatch/rate_card.ts";
import { words } from "~/views/_kit/text.ts";

type Refusal = RateCardRefusal | PutRefusal;
type Refused = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };

const refused: Refused = {
  unknown_carrier: ({ code }) => `没有编码为 ${code} 的承运商。先建承运商，再写到这里。`,
  carrier_does_not_ship: ({ carrier }) =>
    `${carrier} 没有“配送”职能，不能给它定运价。先在伙伴页勾上，或换一家。`,
  unknown_node: ({ code }) => `没有编码为 ${code} 的仓库。`,
  ends_before_start: ({ from, until }) =>
    `失效日 ${dayOf(until)} 不在生效日 ${dayOf(from)} 之后。往后改一天以上。`,
  zone_twice: ({ zone }) => `“${zone}”写了两次，留一行。`,
  currency_differs: ({ needed, actual }) => `这个仓库按 ${needed} 记账，运费不能写 ${actual}。`,
  rate_cards_overlap: ({ card, from, until }) =>
    until === null
      ? `${card} 从 ${dayOf(from)} 起一直有效，同一承运商同一仓库只能有一张。先给它写上失效日。`
      : `${card} 在 ${dayOf(from)} 到 ${
        dayOf(until)
      } 有效，同一承运商同一仓库只能有一张。错开日期。`,
  changed_meanwhile: () => "你打开之后，别人刚改过。先看新的，再改。",
  already_exists: ({ key }) => `编码 ${key} 已经用了。换一个，或去改那一张。`,
};

const zh = {
  title: "运价卡",
  new: "新建运价卡",
  create: "建运价卡",
  save: "保存运价卡",
  edit: "修改",
  editTitle: (code: string) => `改 ${code}`,
  count: (rows: string) => `这一页 ${rows} 张，按编码排`,
  emptyTitle: "还没有运价卡",
  emptyWhy: "没有运价卡的仓库，配货时算不出运费，不会被选中。",
  import: "导入",
  zones: "分区",
  zonesHint: "空行不算。续重按每一步进一步算。",
  more: "再加 5 行",
  from: (day: string) => `${day} 起`,
  between: (from: string, until: string) => `${from} 到 ${until} 前`,
  states: { current: "现行", coming: "未到", over: "已过" },
  noZones: "至少写一个分区。",
  inRow: (row: number, words: string) => `第 ${row} 行：${words}`,
  fields: {
    code: "编码",
    carrier: "承运商",
    node: "仓库",
    validFrom: "生效日",
    validUntil: "失效日",
    period: "有效",
    state: "状态",
    zone: "分区",
    firstWeightGram: "首重/克",
    first: "首重价",
    stepWeightGram: "续重/克",
    step: "续重价",
    leadDays: "在途天数",
    zoneCount: "分区数",
    currency: "币种",
  },
  /** On the page only: the fields above are also the heads of a file. */
  heads: { first: "首重价/元", step: "续重价/元" },
  hints: {
    carrier: "承运商编码",
    node: "从哪个仓库发",
    zone: "与收货地址的分区一致",
    validFrom: "从这天零点起",
    validUntil: "这天零点起不再有效，可不填",
  },
  refused,
};

const enRefused: Refused = {
  unknown_carrier: ({ code }) => `There is no carrier ${code}. Add the carrier first.`,
  carrier_does_not_ship: ({ carrier }) =>
    `${carrier} does not ship, so it has no rates. Tick that function on its page, or choose another.`,
  unknown_node: ({ code }) => `There is no node ${code}.`,
  ends_before_start: ({ from, until }) =>
    `The end ${dayOf(until)} is not after the start ${dayOf(from)}. Move it a day or more.`,
  zone_twice: ({ zone }) => `“${zone}” stands there twice; keep one.`,
  currency_differs: ({ needed, actual }) =>
    `This node keeps its books in ${needed}; freight cannot be in ${actual}.`,
  rate_cards_overlap: ({ card, from, until }) =>
    until === null
      ? `${card} holds from ${
        dayOf(from)
      } without an end; a carrier and node have one card at a time. Give it an end first.`
      : `${card} holds from ${dayOf(from)} until ${
        dayOf(until)
      }; a carrier and node have one card at a time. Choose other dates.`,
  changed_meanwhile: () => "Somebody changed it after you opened it. Look at the new state first.",
  already_exists: ({ key }) => `The code ${key} is in use. Choose another, or edit that one.`,
};

const en: typeof zh = {
  title: "Rate cards",
  new: "New rate card",
  create: "Add rate card",
  save: "Save rate card",
  edit: "Edit",
  editTitle: (code) => `Edit ${code}`,
  count: (rows) => `${rows} cards on this page, sorted by code`,
  emptyTitle: "No rate cards yet",
  emptyWhy: "Without one, freight from a node is unknown and routing does not choose it.",
  import: "Import",
  zones: "Zones",
  zonesHint: "Blank rows do not count. Each started step of weight counts whole.",
  more: "5 more rows",
  from: (day) => `from ${day}`,
  between: (from, until) => `${from} until ${until}`,
  states: { current: "Current", coming: "Coming", over: "Over" },
  noZones: "Write at least one zone.",
  inRow: (row, words) => `Row ${row}: ${words}`,
  fields: {
    code: "Code",
    carrier: "Carrier",
    node: "Node",
    validFrom: "Valid from",
    validUntil: "Valid until",
    period: "Valid",
    state: "State",
    zone: "Zone",
    firstWeightGram: "First weight/g",
    first: "First price",
    stepWeightGram: "Step weight/g",
    step: "Step price",
    leadDays: "Days under way",
    zoneCount: "Zones",
    currency: "Currency",
  },
  heads: { first: "First price", step: "Step price" },
  hints: {
    carrier: "The carrier's code",
    node: "Where it ships from",
    zone: "The same as the zone of the address",
    validFrom: "From midnight on that day",
    validUntil: "No longer from midnight on that day; may stay empty",
  },
  refused: enRefused,
};

export const rateCardWords = words({ zh, en });
export type RateCardWords = typeof zh;
