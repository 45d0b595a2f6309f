import type { PutRefusal } from "~/domain/_kernel/master.ts";
import type { NodeRefusal } from "~/domain/inventory/node.ts";
import type { PoolRefusal } from "~/domain/inventory/pool.ts";
import type { StockEntryRefusal } from "~/domain/inventory/post_stock_entries.ts";
import { count } from "~/views/_kit/number.tsx";
import { words } from "~/views/_kit/text.ts";
import { nodeText } from "./node_text.ts";

type Refusal = NodeRefusal | PoolRefusal | StockEntryRefusal | PutRefusal;
type Refused = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };
type Holders = { numbers: readonly string[]; others: number };

const held = ({ numbers, others }: Holders) => {
  const named = numbers.join("、");
  if (numbers.length === 0) return others > 0 ? `占着它的有 ${others} 张订单。` : "";
  return `占着它的是 ${named}${others > 0 ? ` 和另外 ${others} 张` : ""}。`;
};

const refused: Refused = {
  unknown_organisation: ({ code }) => `没有编码为 ${code} 的组织，或它不归你管。`,
  unknown_region: ({ code }) => `没有编码为 ${code} 的区域。`,
  unknown_partner: ({ code }) => `没有编码为 ${code} 的伙伴。先建伙伴，再写到这里。`,
  partner_does_not_stock: ({ partner }) =>
    `${partner} 没有“备货”职能，它的仓不能放货。先在伙伴页勾上，或去掉存货。`,
  unknown_pool: ({ code }) => `没有编码为 ${code} 的库存池。`,
  pool_of_another_organisation: ({ pool, owner, organisation }) =>
    `库存池 ${pool} 归组织 ${owner}，${organisation} 不在它下面，仓库不能放进去。换一个池。`,
  pool_used_outside: ({ organisation, codes, more }) =>
    `${codes.join("、")} ${
      more ? "等还" : "还"
    }用着这个池，却不在组织 ${organisation} 下面。先给它们换池。`,
  currency_differs: ({ needed, actual }) => `这个组织按 ${needed} 记账，操作费不能写 ${actual}。`,
  node_still_in_use: ({ change, skus, units, pinnedUnits }) => {
    const what = { deactivate: "停用", move: "换库存池", stop_stocking: "取消存货职能" }[change];
    const pinned = pinnedUnits > 0 ? `，其中 ${count(pinnedUnits)} 已配给订单` : "";
    return `这里还有 ${skus} 种商品共 ${
      count(units)
    } 个基本单位${pinned}，不能${what}。先把货移走。`;
  },
  changed_meanwhile: () => "你打开之后，别人刚改过。先看新的，再改。",
  already_exists: ({ key }) => `编码 ${key} 已经用了。换一个，或去改那一条。`,
  unknown_node: ({ node }) => `没有编码为 ${node} 的仓库，或它不归你管。`,
  node_inactive: ({ node }) => `${node} 已停用，不能再记库存。`,
  node_does_not_stock: ({ node }) => `${node} 没有存货职能，不能记库存。先在仓库资料里打开。`,
  unknown_sku: ({ sku }) => `没有编码为 ${sku} 的商品。`,
  unknown_unit: ({ sku, unit, units }) => `${sku} 没有单位“${unit}”，可用 ${units.join("、")}。`,
  reason_missing: () => "写上原因：为什么进、为什么调，过后才查得清。",
  too_many_lines: ({ count: lines, most }) =>
    `一张单最多 ${count(most)} 行，这张有 ${count(lines)} 行。分成几张。`,
  quantity_zero: () => "数量不能是 0。不动的行删掉就行。",
  quantity_negative: ({ quantity }) =>
    `这里只收 0 以上的数量，不能是 ${quantity}。减少库存用“调整”。`,
  counted_twice: ({ sku, node }) => `${sku} 在 ${node} 盘了两次，合成一行。`,
  not_on_hand: ({ node, sku, needed, actual }) =>
    `${node} 的 ${sku} 只有 ${count(actual)}，要减 ${count(needed)}，不够。`,
  below_pinned: ({ node, sku, left, pinned, ...holders }) =>
    `${node} 的 ${sku} 已配给订单 ${count(pinned)}，减完只剩 ${count(left)}。${held(holders)}`,
  below_reserved: ({ pool, sku, left, reserved, ...holders }) =>
    `库存池 ${pool} 的 ${sku} 已被订走 ${count(reserved)}，减完只剩 ${count(left)}。${
      held(holders)
    }`,
};

const zh = {
  title: "库存",
  goods: "商品",
  specification: "规格",
  unit: "单位",
  onHand: "在手",
  reserved: "已订",
  pinned: "已配",
  free: "未配",
  inTransit: "在途",
  available: "可订",
  pool: "库存池",
  node: "仓库",
  noPool: "不入池",
  export: "导出",
  enter: "记库存",
  all: "全部",
  short: "缺货",
  find: "编码、品名、拼音、条码",
  count: (rows: string) => `这一页 ${rows} 个商品，按编码排`,
  emptyTitle: "还没有库存",
  emptyWhy: "商品上架后会列在这里；第一批货记一次入库就有了。",
  outOfStock: "缺货",
  asOf: (at: string) => `${at} 的数`,
  words: {
    onHand: "在手是放在仓库里的，已订是库存池里答应给订单的，可订是两者的差。",
    ofNodes: "在手是放在你的仓库里的，已配是从那里指定发出的，剩下的是两者的差。",
    perNode: "已配是从这个仓库指定发出的。哪个仓库发，由配货决定。",
  },
  total: "合计",
  byPool: "按库存池",
  byNode: "按仓库",
  holders: "谁占着",
  holdersNote: "答应了还没发的",
  nobody: "没有订单占着它。",
  order: "订单",
  dealer: "经销商",
  quantity: "数量",
  until: "保留到",
  noEnd: "不到期",
  ledger: "出入记录",
  ledgerNote: "从新到旧",
  lines: (count: string) => `${count} 行`,
  noEntries: "还没有出入。",
  when: "时间",
  document: "单据",
  kind: "事由",
  change: "增减",
  who: "谁记的",
  reason: "原因",
  kinds: { receipt: "入库", adjustment: "调整", count: "盘点", shipment: "发货" },
  entry: {
    title: "记库存",
    kind: "记什么",
    kinds: { receipt: "入库", adjustment: "调整", count: "盘点" },
    kindHints: {
      receipt: "收到的货，数量加上去",
      adjustment: "报损、错发、找回，减写负数",
      count: "写盘到的数量，差额自动算",
    },
    node: "仓库",
    reason: "原因",
    reasonHint: "如 采购到货 PO-20260301、破损报废。盘点可不写",
    row: "行",
    rows: "明细",
    rowsHint: "空行不算。单位不填就按基本单位。",
    paste: "从表格粘贴",
    pasteHint: "每行：编码、数量、单位，用 Tab 或逗号隔开。粘好后填进明细。",
    readPaste: "填进明细",
    more: "再加 10 行",
    post: "记进库存",
    code: (line: number) => `第 ${line} 行编码`,
    quantity: (line: number) => `第 ${line} 行数量`,
    unit: (line: number) => `第 ${line} 行单位`,
    remove: (line: number) => `去掉第 ${line} 行`,
    noRows: "一行也没有。至少写一个商品和数量。",
    notWhole: "数量要是整数，如 24 或 -3",
    codeMissing: "写上商品编码",
    quantityMissing: "写上数量",
    posted: (number: string) => `已记 ${number}`,
    same: "盘点与账面一致，库存没有变。",
  },
  nodes: nodeText.zh,
  refused,
};

const heldEn = ({ numbers, others }: Holders) => {
  if (numbers.length === 0) return others > 0 ? `Held by ${others} orders.` : "";
  return `Held by ${numbers.join(", ")}${others > 0 ? ` and ${others} more` : ""}.`;
};

const enRefused: Refused = {
  unknown_organisation: ({ code }) =>
    `There is no organisation ${code}, or it is not yours to manage.`,
  unknown_region: ({ code }) => `There is no region ${code}.`,
  unknown_partner: ({ code }) => `There is no partner ${code}. Add the partner first.`,
  partner_does_not_stock: ({ partner }) =>
    `${partner} does not stock, so no goods may lie at its node. Tick that function on its page, or do without stock here.`,
  unknown_pool: ({ code }) => `There is no pool ${code}.`,
  pool_of_another_organisation: ({ pool, owner, organisation }) =>
    `Pool ${pool} belongs to ${owner}, and ${organisation} does not stand below it. Choose another pool.`,
  pool_used_outside: ({ organisation, codes, more }) =>
    `${codes.join(", ")}${
      more ? " and others" : ""
    } still use this pool and do not stand below ${organisation}. Give them another pool first.`,
  currency_differs: ({ needed, actual }) =>
    `This organisation keeps its books in ${needed}; the handling cost cannot be in ${actual}.`,
  node_still_in_use: ({ change, skus, units, pinnedUnits }) => {
    const what = {
      deactivate: "be closed",
      move: "change its pool",
      stop_stocking: "stop keeping stock",
    }[change];
    const pinned = pinnedUnits > 0 ? `, ${count(pinnedUnits)} of them pinned for orders` : "";
    return `${skus} products with ${
      count(units)
    } base units lie here${pinned}, so it cannot ${what}. Move the goods first.`;
  },
  changed_meanwhile: () => "Somebody changed it after you opened it. Look at the new state first.",
  already_exists: ({ key }) => `The code ${key} is in use. Choose another, or edit that one.`,
  unknown_node: ({ node }) => `There is no node ${node}, or it is not yours to manage.`,
  node_inactive: ({ node }) => `${node} is closed; no stock is kept there any more.`,
  node_does_not_stock: ({ node }) => `${node} does not keep stock. Allow it on the node first.`,
  unknown_sku: ({ sku }) => `There is no product ${sku}.`,
  unknown_unit: ({ sku, unit, units }) => `${sku} has no unit “${unit}”; use ${units.join(", ")}.`,
  reason_missing: () =>
    "Give a reason: why it came or was changed, so that it can be traced later.",
  too_many_lines: ({ count: lines, most }) =>
    `At most ${count(most)} lines in one document, not ${count(lines)}. Split it into several.`,
  quantity_zero: () => "A quantity cannot be 0. Leave out a row that changes nothing.",
  quantity_negative: ({ quantity }) =>
    `Only 0 or more fits here, not ${quantity}. To take stock away, post an adjustment.`,
  counted_twice: ({ sku, node }) => `${sku} at ${node} was counted twice; make it one row.`,
  not_on_hand: ({ node, sku, needed, actual }) =>
    `${node} has only ${count(actual)} of ${sku}; ${count(needed)} cannot be taken away.`,
  below_pinned: ({ node, sku, left, pinned, ...holders }) =>
    `${count(pinned)} of ${sku} at ${node} are pinned for orders; only ${
      count(left)
    } would be left. ${heldEn(holders)}`,
  below_reserved: ({ pool, sku, left, reserved, ...holders }) =>
    `${count(reserved)} of ${sku} in pool ${pool} are promised to orders; only ${
      count(left)
    } would be left. ${heldEn(holders)}`,
};

const en: typeof zh = {
  title: "Stock",
  goods: "Product",
  specification: "Specification",
  unit: "Unit",
  onHand: "On hand",
  reserved: "Reserved",
  pinned: "Pinned",
  free: "Free",
  inTransit: "In transit",
  available: "Available",
  pool: "Pool",
  node: "Node",
  noPool: "No pool",
  export: "Export",
  enter: "Post stock",
  all: "All",
  short: "Out of stock",
  find: "Code, name, pinyin or barcode",
  count: (rows) => `${rows} products on this page, sorted by code`,
  emptyTitle: "No stock yet",
  emptyWhy: "Products on sale are listed here; post the first goods to fill the list.",
  outOfStock: "Out of stock",
  asOf: (at) => `As of ${at}`,
  words: {
    onHand:
      "On hand lies at the nodes, reserved is promised to orders from a pool, available is the difference.",
    ofNodes:
      "On hand lies at your nodes, pinned will leave from there, what is free is the difference.",
    perNode: "Pinned will leave from this very node. Routing decides which node ships.",
  },
  total: "Total",
  byPool: "By pool",
  byNode: "By node",
  holders: "Who holds it",
  holdersNote: "Promised, not shipped",
  nobody: "No order holds any of it.",
  order: "Order",
  dealer: "Dealer",
  quantity: "Quantity",
  until: "Held until",
  noEnd: "Open end",
  ledger: "Movements",
  ledgerNote: "Newest first",
  lines: (count) => `${count} lines`,
  noEntries: "Nothing has moved yet.",
  when: "When",
  document: "Document",
  kind: "Kind",
  change: "Change",
  who: "Posted by",
  reason: "Reason",
  kinds: { receipt: "Receipt", adjustment: "Adjustment", count: "Count", shipment: "Shipment" },
  entry: {
    title: "Post stock",
    kind: "What happened",
    kinds: { receipt: "Receipt", adjustment: "Adjustment", count: "Count" },
    kindHints: {
      receipt: "Goods came in; quantities are added",
      adjustment: "Damage, losses, finds; write a minus to take away",
      count: "Write what you counted; the difference is worked out",
    },
    node: "Node",
    reason: "Reason",
    reasonHint: "Such as delivery PO-20260301, broken in transit; a count needs none",
    row: "Row",
    rows: "Lines",
    rowsHint: "Blank rows do not count. Without a unit, the base unit is meant.",
    paste: "Paste from a sheet",
    pasteHint: "One line each: code, quantity, unit, parted by tabs or commas. Then fill them in.",
    readPaste: "Fill in",
    more: "10 more rows",
    post: "Post it",
    code: (line) => `Code in row ${line}`,
    quantity: (line) => `Quantity in row ${line}`,
    unit: (line) => `Unit in row ${line}`,
    remove: (line) => `Remove row ${line}`,
    noRows: "There is no row. Write at least one product and its quantity.",
    notWhole: "A whole number, such as 24 or -3",
    codeMissing: "Write the product code",
    quantityMissing: "Write the quantity",
    posted: (number) => `Posted as ${number}`,
    same: "The count agrees with the books; nothing changed.",
  },
  nodes: nodeText.en,
  refused: enRefused,
};

export const inventoryWords = words({ zh, en });
export type InventoryWords = typeof zh;
