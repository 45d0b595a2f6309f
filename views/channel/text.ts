import type { PutRefusal } from "~/domain/_kernel/master.ts";
import type { OrganisationRefusal } from "~/domain/channel/organisation.ts";
import type {
  AddressPart,
  PartnerFunction,
  PartnerKind,
  PartnerRefusal,
} from "~/domain/channel/partner.ts";
import type { RegionRefusal } from "~/domain/channel/region.ts";
import type { MoveRefusal } from "~/domain/channel/relation.ts";
import { words } from "~/views/_kit/text.ts";

type Refusal =
  | PartnerRefusal
  | OrganisationRefusal
  | RegionRefusal
  | MoveRefusal
  | PutRefusal;
type Refused = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };

const kinds: Record<PartnerKind, string> = {
  dealer: "经销商",
  store: "门店",
  supplier: "供应商",
  carrier: "承运商",
  service_provider: "服务商",
};
const parts: Record<AddressPart, string> = {
  contact: "联系人",
  phone: "收货电话",
  city: "城市",
  street: "街道门牌",
};
const refused: Refused = {
  code_taken: ({ code }) => `编码 ${code} 已经用了，你看不到那一家。换一个编码。`,
  kind_is_fixed: ({ code, kind }) => `${code} 是${kinds[kind]}，类型定了不改。另建一家。`,
  unknown_organisation: ({ code }) => `没有编码为 ${code} 的组织。先建组织，再选它。`,
  organisation_not_in_force: ({ code }) => `组织 ${code} 今天没有启用。看它的起止日期，或换一个。`,
  organisation_cycle: ({ code }) => `${code} 不能放到自己下面。换一个上级。`,
  pools_left_behind: ({ codes, more }) =>
    `${codes.join("、")} ${
      more ? "等还" : "还"
    }用着现在上级的库存池，换了上级就用不成。先给它们换池。`,
  ends_before_it_begins: ({ from, until }) => `停用日 ${until} 要晚于启用日 ${from}。`,
  unknown_region: ({ code }) => `没有编码为 ${code} 的区域。先建区域，再选它。`,
  region_cycle: ({ code }) => `${code} 不能放到自己下面。换一个上级。`,
  organisation_not_yours: ({ code }) =>
    `组织 ${code} 不归你管：它的伙伴你不能改，也不能放过去。找运营改。`,
  region_not_yours: ({ code }) => `区域 ${code} 不归你管，放过去你就看不到它了。找运营改。`,
  unknown_pool: ({ code }) => `没有编码为 ${code} 的库存池。先建库存池，再选它。`,
  pool_of_another_organisation: ({ pool, owner, organisation }) =>
    `库存池 ${pool} 归组织 ${owner}，${organisation} 不在它下面，不能从那里占货。换一个池。`,
  dealer_needs_pool: () => "经销商要有库存池，它的订单从那里占货。",
  address_incomplete: ({ code, missing }) =>
    `地址 ${code} 还缺${
      missing.map((part) => parts[part]).join("、")
    }，少了送不到。补上，或把它停用。`,
  duplicate_address: ({ code }) => `地址编码 ${code} 写了两次，留一个。`,
  several_default_addresses: ({ codes }) => `默认地址只能有一个，现在有：${codes.join("、")}。`,
  unknown_parent: ({ code }) => `没有编码为 ${code} 的上级。先建它，再选。`,
  parent_not_dealer: ({ code, kind }) => `${code} 是${kinds[kind]}，上级要是经销商。`,
  kind_has_no_parent: ({ kind }) => `${kinds[kind]}没有上级，只有经销商和门店有。`,
  relation_cycle: ({ code, parent }) => `${parent} 在 ${code} 下面，不能又当它的上级。`,
  move_in_the_past: ({ from, now }) =>
    `${from.slice(0, 10)} 已经过去，旧订单不改上级。从 ${now.slice(0, 10)} 起选。`,
  already_there: ({ parent }) => parent ? `那时它已在 ${parent} 下面。` : "那时它本来就没有上级。",
  changed_meanwhile: () => "你打开之后，别人刚改过。先看新的，再改。",
  already_exists: ({ key }) => `编码 ${key} 已经用了。换一个，或去改那一条。`,
};

const zh = {
  title: "渠道",
  partners: "伙伴",
  kinds,
  allKinds: "全部",
  newOf: {
    dealer: "新建经销商",
    store: "新建门店",
    supplier: "新建供应商",
    carrier: "新建承运商",
    service_provider: "新建服务商",
  } satisfies Record<PartnerKind, string>,
  createOf: {
    dealer: "建经销商",
    store: "建门店",
    supplier: "建供应商",
    carrier: "建承运商",
    service_provider: "建服务商",
  } satisfies Record<PartnerKind, string>,
  functions: {
    sells: "卖货",
    stocks: "备货",
    ships: "配送",
    settles: "结算",
    services: "服务",
  } satisfies Record<PartnerFunction, string>,
  states: { active: "合作中", suspended: "已停用" },
  addressStates: { active: "在用", retired: "停用" },
  edit: "修改",
  save: "保存",
  import: "导入",
  export: "导出",
  find: "名称、编码、拼音",
  count: (count: string) => `${count} 家，按编码排`,
  emptyTitle: "还没有伙伴",
  emptyWhy: "建一家，或把现成的表导进来。",
  network: "渠道网络",
  organisations: "组织",
  regions: "区域",
  fields: {
    code: "编码",
    kind: "类型",
    name: "名称",
    nameZh: "名称",
    nameEn: "英文名",
    grade: "等级",
    organisationCode: "服务组织",
    regionCode: "区域",
    poolCode: "库存池",
    currency: "币种",
    phone: "电话",
    functions: "职能",
    approvalLimitMinor: "自批额度",
    state: "状态",
    parentCode: "上级",
    level: "级别",
    addresses: "收货地址",
    validFrom: "启用日",
    validUntil: "停用日",
    discountLimitBasisPoints: "折扣上限/%",
  },
  address: {
    code: "地址编码",
    contact: "联系人",
    phone: "收货电话",
    province: "省份",
    city: "城市",
    street: "街道门牌",
    zone: "运费区",
    isDefault: "默认",
    state: "状态",
    defaultMark: "默认",
    none: "还没有收货地址",
    another: "再加一个",
  },
  hints: {
    code: "定了不改，订单认它",
    nameEn: "不填就用中文名",
    grade: "价目按等级给价，可不填",
    poolCode: "它的订单从这里占货",
    functions:
      "没勾的就不做：不卖货的不能下单，不结算的没有信用账户、不收款，不配送的不能当承运商，不备货的仓不能放货。",
    approvalLimit: "下单超过这个金额，先由他们自己的审批人过。不填就不设。",
    parentCode: "直接供它的经销商，可不填",
    addresses: "空行不算。不再列出的地址转为停用，旧订单仍认它。",
    province: "决定运费区",
    validUntil: "从这天起不再用，可不填",
    discountLimit: "业务员给的折扣超过它，订单先由厂家审核",
  },
  sections: {
    who: "是谁",
    where: "归谁管",
    does: "做什么",
    addresses: "收货地址",
    relation: "上下级",
    history: "谁改过什么",
  },
  level: (level: number) => `${level} 级`,
  noParent: "没有上级",
  noGrade: "不分级",
  below: (count: number) => `下面 ${count} 家`,
  move: {
    title: "换上级",
    parent: "新的上级",
    from: "从哪天起",
    verb: "换上级",
    note: "整棵下级跟着走，旧订单不变。",
    planned: (parent: string, day: string) => `${day} 起在 ${parent} 下面`,
    plannedAlone: (day: string) => `${day} 起没有上级`,
  },
  networkPage: {
    title: "渠道网络",
    sub: (day: string) => `${day} 的样子`,
    asOf: "看哪天",
    see: "看这天",
    level: (level: number, members: string) => `第 ${level} 级 ${members} 家`,
    emptyTitle: "网络还是空的",
    emptyWhy: "建了经销商，这里就有了。",
  },
  organisation: {
    title: "组织",
    new: "新建组织",
    create: "建组织",
    save: "保存组织",
    root: "没有上级",
    count: (count: string) => `${count} 个组织`,
    open: "一直",
    notYet: "未启用",
    inForce: "启用中",
    over: "已停用",
    emptyTitle: "还没有组织",
    emptyWhy: "伙伴和仓都归组织管，先建一个。",
  },
  region: {
    title: "区域",
    new: "新建区域",
    create: "建区域",
    save: "保存区域",
    root: "没有上级",
    count: (count: string) => `${count} 个区域`,
    see: "看伙伴",
    emptyTitle: "还没有区域",
    emptyWhy: "业务员按区域看客户，先建一个。",
  },
  editTitle: (name: string) => `改 ${name}`,
  none: "没写",
  refused,
};

const enKinds: typeof kinds = {
  dealer: "Dealer",
  store: "Store",
  supplier: "Supplier",
  carrier: "Carrier",
  service_provider: "Service provider",
};
const enParts: typeof parts = {
  contact: "contact",
  phone: "phone",
  city: "city",
  street: "street",
};
const enRefused: Refused = {
  code_taken: ({ code }) =>
    `The code ${code} belongs to a partner you cannot see. Choose another code.`,
  kind_is_fixed: ({ code, kind }) =>
    `${code} is a ${enKinds[kind].toLowerCase()}, and that stays. Make a new partner instead.`,
  unknown_organisation: ({ code }) => `There is no organisation ${code}. Make it, then choose it.`,
  organisation_not_in_force: ({ code }) =>
    `The organisation ${code} is not in use today. See its dates, or choose another.`,
  organisation_cycle: ({ code }) => `${code} cannot stand below itself. Choose another parent.`,
  pools_left_behind: ({ codes, more }) =>
    `${codes.join(", ")}${
      more ? " and others" : ""
    } use a pool of the organisations above, which the move would take away. Give them another pool first.`,
  ends_before_it_begins: ({ from, until }) => `The last day ${until} must be later than ${from}.`,
  unknown_region: ({ code }) => `There is no region ${code}. Make it, then choose it.`,
  region_cycle: ({ code }) => `${code} cannot stand below itself. Choose another parent.`,
  organisation_not_yours: ({ code }) =>
    `The organisation ${code} is not yours: you can neither change its partners nor give it one. Ask an operator.`,
  region_not_yours: ({ code }) =>
    `The region ${code} is not yours: you would lose sight of the partner. Ask an operator.`,
  unknown_pool: ({ code }) => `There is no stock pool ${code}. Make it, then choose it.`,
  pool_of_another_organisation: ({ pool, owner, organisation }) =>
    `Pool ${pool} belongs to ${owner}, and ${organisation} does not stand below it. Choose another pool.`,
  dealer_needs_pool: () => "A dealer needs a stock pool: its orders reserve there.",
  address_incomplete: ({ code, missing }) =>
    `The address ${code} lacks ${
      missing.map((part) => enParts[part]).join(", ")
    }; nothing can be delivered there. Fill it in, or retire the address.`,
  duplicate_address: ({ code }) => `The address ${code} stands there twice; keep one.`,
  several_default_addresses: ({ codes }) =>
    `Only one address can be the default; now there are ${codes.join(", ")}.`,
  unknown_parent: ({ code }) => `There is no partner ${code} to stand under. Make it first.`,
  parent_not_dealer: ({ code, kind }) =>
    `${code} is a ${enKinds[kind].toLowerCase()}; only a dealer can stand above.`,
  kind_has_no_parent: ({ kind }) =>
    `A ${enKinds[kind].toLowerCase()} stands under nobody; only dealers and stores do.`,
  relation_cycle: ({ code, parent }) =>
    `${parent} stands below ${code} and cannot be above it as well.`,
  move_in_the_past: ({ from, now }) =>
    `${from.slice(0, 10)} is past, and older orders stay as they are. Choose ${
      now.slice(0, 10)
    } or later.`,
  already_there: ({ parent }) =>
    parent ? `It stands under ${parent} then already.` : "It stands under nobody then already.",
  changed_meanwhile: () => "Somebody changed it after you opened it. Look at the new state first.",
  already_exists: ({ key }) => `The code ${key} is in use. Choose another, or edit that one.`,
};

const en: typeof zh = {
  title: "Channel",
  partners: "Partners",
  kinds: enKinds,
  allKinds: "All",
  newOf: {
    dealer: "New dealer",
    store: "New store",
    supplier: "New supplier",
    carrier: "New carrier",
    service_provider: "New service provider",
  },
  createOf: {
    dealer: "Add dealer",
    store: "Add store",
    supplier: "Add supplier",
    carrier: "Add carrier",
    service_provider: "Add service provider",
  },
  functions: {
    sells: "Sells",
    stocks: "Stocks",
    ships: "Ships",
    settles: "Settles",
    services: "Services",
  },
  states: { active: "Active", suspended: "Suspended" },
  addressStates: { active: "In use", retired: "Retired" },
  edit: "Edit",
  save: "Save",
  import: "Import",
  export: "Export",
  find: "Name, code or pinyin",
  count: (count) => `${count} partners, sorted by code`,
  emptyTitle: "No partners yet",
  emptyWhy: "Add one, or import the list you have.",
  network: "Network",
  organisations: "Organisations",
  regions: "Regions",
  fields: {
    code: "Code",
    kind: "Kind",
    name: "Name",
    nameZh: "Chinese name",
    nameEn: "English name",
    grade: "Grade",
    organisationCode: "Served by",
    regionCode: "Region",
    poolCode: "Stock pool",
    currency: "Currency",
    phone: "Phone",
    functions: "Functions",
    approvalLimitMinor: "Own approval from",
    state: "State",
    parentCode: "Under",
    level: "Level",
    addresses: "Addresses",
    validFrom: "First day",
    validUntil: "Ends on",
    discountLimitBasisPoints: "Discount limit/%",
  },
  address: {
    code: "Address code",
    contact: "Contact",
    phone: "Phone",
    province: "Province",
    city: "City",
    street: "Street",
    zone: "Freight zone",
    isDefault: "Default",
    state: "State",
    defaultMark: "default",
    none: "No addresses yet",
    another: "One more",
  },
  hints: {
    code: "Stays for good: orders refer to it",
    nameEn: "The Chinese name when left empty",
    grade: "Price lists may go by grade; optional",
    poolCode: "Its orders reserve here",
    functions:
      "What is not ticked is not done: who does not sell cannot order, who does not settle has no credit account and pays nothing in, who does not ship carries nothing, who does not stock keeps no node with stock.",
    approvalLimit: "Above it their own approver is asked first. Empty: never.",
    parentCode: "The dealer that supplies it; optional",
    addresses:
      "Empty rows do not count. An address no longer listed is retired; older orders keep it.",
    province: "Decides the freight zone",
    validUntil: "No longer used from that day on; optional",
    discountLimit: "An order with a larger agreed discount waits for our approval",
  },
  sections: {
    who: "Who it is",
    where: "Who serves it",
    does: "What it does",
    addresses: "Addresses",
    relation: "Network",
    history: "Who changed what",
  },
  level: (level) => `Level ${level}`,
  noParent: "Under nobody",
  noGrade: "No grade",
  below: (count) => `${count} below`,
  move: {
    title: "Move in the network",
    parent: "New parent",
    from: "From",
    verb: "Move",
    note: "All below it moves along; older orders stay as they are.",
    planned: (parent, day) => `Under ${parent} from ${day}`,
    plannedAlone: (day) => `Under nobody from ${day}`,
  },
  networkPage: {
    title: "Network",
    sub: (day) => `As of ${day}`,
    asOf: "As of",
    see: "See that day",
    level: (level, members) => `${members} on level ${level}`,
    emptyTitle: "The network is empty",
    emptyWhy: "It shows up here once there are dealers.",
  },
  organisation: {
    title: "Organisations",
    new: "New organisation",
    create: "Add organisation",
    save: "Save organisation",
    root: "At the top",
    count: (count) => `${count} organisations`,
    open: "open",
    notYet: "Not yet in use",
    inForce: "In use",
    over: "Ended",
    emptyTitle: "No organisations yet",
    emptyWhy: "Partners and nodes belong to one; make the first.",
  },
  region: {
    title: "Regions",
    new: "New region",
    create: "Add region",
    save: "Save region",
    root: "At the top",
    count: (count) => `${count} regions`,
    see: "See partners",
    emptyTitle: "No regions yet",
    emptyWhy: "Sales people see customers by region; make the first.",
  },
  editTitle: (name) => `Edit ${name}`,
  none: "None",
  refused: enRefused,
};

export const channelWords = words({ zh, en });
export type ChannelWords = typeof zh;
