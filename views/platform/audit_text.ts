import type { Actions, Resource } from "~/domain/platform/rights.ts";
import { auditEventText } from "./audit_event_text.ts";

type Verb = { [R in Resource]: Actions[R] }[Resource];

/** What the house does that is no right of anybody: by the clock, at the terminal, at the door. */
const deedZh = {
  "order.approve": "审核通过",
  "order.reject": "退回订单",
  "order.draft": "存草稿",
  "order.route": "自动排仓",
  "order.remind": "自动催审",
  "order.complete": "自动结清",
  "order.expire": "锁货到期",
  "order.expire_reservation": "锁货到期",
  "order.void_fulfilments": "作废配货单",
  "order.place": "下单",
  "order.place_on_behalf": "代客下单",
  "order.discount": "给折扣",
  "routing.override": "改派仓库",
  "session.start": "登录",
  "session.end": "退出登录",
  "terminal.user": "在终端管用户",
  "terminal.token": "在终端发令牌",
};

const deedEn: typeof deedZh = {
  "order.approve": "Approve orders",
  "order.reject": "Reject orders",
  "order.draft": "Save drafts",
  "order.route": "Route orders",
  "order.remind": "Remind approvers",
  "order.complete": "Settle orders",
  "order.expire": "Release expired stock",
  "order.expire_reservation": "Release expired stock",
  "order.void_fulfilments": "Void pick orders",
  "order.place": "Place orders",
  "order.place_on_behalf": "Place orders for dealers",
  "order.discount": "Give discounts",
  "routing.override": "Choose another warehouse",
  "session.start": "Sign in",
  "session.end": "Sign out",
  "terminal.user": "Users, at the terminal",
  "terminal.token": "Tokens, at the terminal",
};

const verbZh: Record<Verb, string> = {
  read: "查看",
  edit: "修改",
  import: "导入",
  export: "导出",
  place: "新建",
  place_on_behalf: "代建",
  discount: "打折",
  cancel: "取消",
  approve_as_dealer: "经销商审核",
  approve_as_company: "厂家审核",
  post: "登记",
  override: "改排",
  release: "下发",
  ship: "发出",
  deliver: "签收",
  record: "登记",
  repair: "修复",
};

const verbEn: Record<Verb, string> = {
  read: "See",
  edit: "Change",
  import: "Import",
  export: "Export",
  place: "Place",
  place_on_behalf: "Place for others",
  discount: "Discount",
  cancel: "Cancel",
  approve_as_dealer: "Approve as dealer",
  approve_as_company: "Approve as brand",
  post: "Post",
  override: "Override",
  release: "Release",
  ship: "Ship",
  deliver: "Deliver",
  record: "Record",
  repair: "Repair",
};

const nounZh: Record<Resource, string> = {
  home: "首页",
  self: "自己的账号",
  order: "订单",
  product: "商品",
  category: "类目",
  partner: "伙伴",
  organisation: "组织",
  region: "区域",
  node: "仓库",
  stock: "库存",
  price: "价格",
  credit: "信用",
  routing: "排仓",
  fulfilment: "配货单",
  shipment: "发货单",
  account: "往来账",
  receipt: "收款",
  journal: "凭证",
  user: "用户",
  audit: "审计记录",
  system: "系统",
  kit: "组件页",
};

const nounEn: Record<Resource, string> = {
  home: "home",
  self: "own account",
  order: "orders",
  product: "products",
  category: "categories",
  partner: "partners",
  organisation: "organisations",
  region: "regions",
  node: "warehouses",
  stock: "stock",
  price: "prices",
  credit: "credit",
  routing: "routing",
  fulfilment: "pick orders",
  shipment: "shipments",
  account: "accounts",
  receipt: "receipts",
  journal: "journals",
  user: "users",
  audit: "audit",
  system: "system",
  kit: "components",
};

type Names = Readonly<Record<string, string>>;
type Named = { deeds: Names; verbs: Names; nouns: Names; gap: string; seed: string };

/** The words of an act or of a right; a code nobody has named yet shows itself. */
const namer = ({ deeds, verbs, nouns, gap, seed }: Named) => (action: string): string => {
  const [resource = "", does = ""] = action.split(".");
  if (resource === "seed") return seed;
  const [verb, noun] = [verbs[does], nouns[resource]];
  return deeds[action] ?? (verb && noun ? verb + gap + noun : action);
};

const events: Record<"zh" | "en", Names> = auditEventText;

const zh = {
  action: namer({ deeds: deedZh, verbs: verbZh, nouns: nounZh, gap: "", seed: "初始数据" }),
  event: (type: string) => events.zh[type] ?? type,
};

const en: typeof zh = {
  action: namer({ deeds: deedEn, verbs: verbEn, nouns: nounEn, gap: " ", seed: "First data" }),
  event: (type) => events.en[type] ?? type,
};

/** Acts, rights and events in words; the compiler lists a right or an event that has none. */
export const auditText = { zh, en };
