import type { Resource } from "~/domain/platform/rights.ts";
import type { Lang } from "./text.ts";

export type Side = "staff" | "dealer";

export interface NavEntry {
  /** The right that shows this entry; the action is `read` unless it says otherwise. */
  resource: Resource;
  action?: string;
  href: string;
  label: Record<Lang, string>;
  /** Other addresses that belong to it. */
  also?: string[];
}

export interface NavItem {
  href: string;
  label: string;
  current?: boolean;
}

export const navEntries: Record<Side, NavEntry[]> = {
  staff: [
    {
      resource: "order",
      href: "/order",
      label: { zh: "订单", en: "Orders" },
      also: ["/approval", "/dealer-chooser"],
    },
    {
      resource: "stock",
      href: "/stock",
      label: { zh: "库存", en: "Stock" },
      also: ["/node", "/pool", "/rate-card"],
    },
    {
      resource: "fulfilment",
      href: "/fulfilment",
      label: { zh: "发货", en: "Dispatch" },
      also: ["/shipment"],
    },
    {
      resource: "account",
      href: "/account",
      label: { zh: "结算", en: "Settlement" },
      also: ["/receipt", "/journal"],
    },
    {
      resource: "partner",
      href: "/partner",
      label: { zh: "伙伴", en: "Partners" },
      also: ["/organisation", "/region"],
    },
    {
      resource: "product",
      href: "/product",
      label: { zh: "商品", en: "Products" },
      also: ["/category"],
    },
    {
      resource: "price",
      href: "/price-list",
      label: { zh: "价格", en: "Prices" },
      also: ["/price", "/credit"],
    },
    { resource: "user", href: "/user", label: { zh: "用户", en: "Users" } },
    {
      resource: "system",
      href: "/system",
      label: { zh: "系统", en: "System" },
      also: ["/audit", "/_kit"],
    },
  ],
  dealer: [
    { resource: "home", href: "/", label: { zh: "首页", en: "Home" } },
    { resource: "order", action: "place", href: "/order/pad", label: { zh: "订货", en: "Order" } },
    {
      resource: "order",
      href: "/order",
      label: { zh: "订单", en: "Orders" },
      also: ["/approval"],
    },
    { resource: "account", href: "/account", label: { zh: "对账", en: "Statement" } },
    {
      resource: "order",
      action: "place",
      href: "/catalogue",
      label: { zh: "目录", en: "Catalogue" },
    },
  ],
};

function covers(href: string, here: string): boolean {
  return href === here || (href !== "/" && here.startsWith(`${href}/`));
}

/** The entries a person may see; the longest address that covers `here` is the current one. */
export function navFor(
  side: Side,
  { lang, here, may }: {
    lang: Lang;
    here: string;
    may: (resource: Resource, action: string) => boolean;
  },
): NavItem[] {
  const shown = navEntries[side].filter(({ resource, action = "read" }) => may(resource, action));
  const [current] = shown.filter(({ href, also = [] }) =>
    [href, ...also].some((one) => covers(one, here))
  )
    .sort((a, b) => b.href.length - a.href.length);
  return shown.map((entry) => ({
    href: entry.href,
    label: entry.label[lang],
    current: entry === current,
  }));
}
