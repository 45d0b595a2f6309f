import type { PutRefusal } from "~/domain/_kernel/master.ts";
import type { CreditTermsRefusal } from "~/domain/policy/credit/credit_terms.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { PriceListRefusal } from "~/domain/policy/price/price_list.ts";
import type { PriceRowRefusal, UnknownPriceList } from "~/domain/policy/price/save_price_rows.ts";

type Refusal =
  | UnknownPriceList
  | PriceListRefusal
  | PriceRowRefusal
  | CreditTermsRefusal
  | PutRefusal;
type Refused = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };

const zh: Refused = {
  unknown_organisation: ({ code }) => `没有编码为 ${code} 的组织，或它不归你管。`,
  unknown_region: ({ code }) => `没有编码为 ${code} 的区域。先建区域，再选它。`,
  unknown_dealer: ({ code }) => `没有编码为 ${code} 的经销商，或他不归你管。`,
  dealer_does_not_settle: ({ dealer }) =>
    `${dealer} 没有“结算”职能，不能有信用账户。它自己付款的话，先在伙伴页勾上。`,
  unknown_price_list: ({ code }) => `没有编码为 ${code} 的价目表。先建价目表，再导价格。`,
  organisation_needed: () => "你管的是自己组织的价，选上组织。给所有组织定价要总部来做。",
  list_not_yours: ({ list }) => `${list} 对所有组织有效，你只能改自己组织的价目表。`,
  ends_before_start: ({ from, until }) =>
    `失效日 ${dayOf(until)} 不在生效日 ${dayOf(from)} 之后。往后改一天以上。`,
  currency_in_use: ({ currency, rows }) =>
    `表里已有 ${rows} 行 ${currency} 的价，不能换币种。另建一张表。`,
  price_tie: ({ list, sku, unit, minQuantity, from }) =>
    `${list} 给同样的买家也定了 ${sku} 满 ${minQuantity} ${unit}的价，同在 ${
      dayOf(from)
    } 生效，分不出用哪个。改一个生效日，或去掉一个。`,
  unknown_sku: ({ sku }) => `没有编码为 ${sku} 的商品。`,
  unknown_unit: ({ sku, unit, units }) => `${sku} 没有单位“${unit}”，可用 ${units.join("、")}。`,
  price_shape: ({ price, currency, decimals }) =>
    `“${price}”不是 ${currency} 的价。写成 26.40 这样，最多 ${decimals} 位小数。`,
  prices_overlap: ({ sku, from, until }) =>
    until === null
      ? `${sku} 从 ${dayOf(from)} 起已有价，没有写失效日。先给那一行写上失效日，再从那天起定新价。`
      : `${sku} 在 ${dayOf(from)} 到 ${dayOf(until)} 已有价。错开日期。`,
  changed_meanwhile: () => "你打开之后，别人刚改过。先看新的，再改。",
  price_row_twice: ({ sku }) => `${sku} 的同一行价写了两次，留一行。`,
  price_row_exists: ({ sku }) => `${sku} 从这天起的这个单位和起订量已经有价，去改那一行。`,
  already_exists: ({ key }) => `${key} 已经有了。换一个，或去改那一条。`,
};

const en: Refused = {
  unknown_organisation: ({ code }) =>
    `There is no organisation ${code}, or it is not yours to manage.`,
  unknown_region: ({ code }) => `There is no region ${code}. Make it, then choose it.`,
  unknown_dealer: ({ code }) => `There is no dealer ${code}, or it is not yours to manage.`,
  dealer_does_not_settle: ({ dealer }) =>
    `${dealer} does not settle, so it has no credit account. Tick that function on its page if it pays itself.`,
  unknown_price_list: ({ code }) =>
    `There is no price list ${code}. Make the list first, then import its prices.`,
  organisation_needed: () =>
    "You keep the prices of your own organisation; choose it. Prices for all are kept at head office.",
  list_not_yours: ({ list }) =>
    `${list} holds for every organisation; you may change the lists of your own only.`,
  ends_before_start: ({ from, until }) =>
    `The end ${dayOf(until)} is not after the start ${dayOf(from)}. Move it a day or more.`,
  currency_in_use: ({ currency, rows }) =>
    `${rows} prices are in ${currency} already, so the currency stays. Make another list.`,
  price_tie: ({ list, sku, unit, minQuantity, from }) =>
    `${list} has a price for the same buyers: ${sku} from ${minQuantity} ${unit}, starting on ${
      dayOf(from)
    } as well. Nothing says which holds; change one start or drop one.`,
  unknown_sku: ({ sku }) => `There is no product ${sku}.`,
  unknown_unit: ({ sku, unit, units }) => `${sku} has no unit “${unit}”; use ${units.join(", ")}.`,
  price_shape: ({ price, currency, decimals }) =>
    `“${price}” is no price in ${currency}. Write 26.40, ${decimals} decimals at most.`,
  prices_overlap: ({ sku, from, until }) =>
    until === null
      ? `${sku} has a price from ${
        dayOf(from)
      } without an end. Give that row an end first, then start the new price there.`
      : `${sku} has a price from ${dayOf(from)} until ${dayOf(until)}. Choose other dates.`,
  changed_meanwhile: () => "Somebody changed it after you opened it. Look at the new state first.",
  price_row_twice: ({ sku }) => `The same price of ${sku} stands there twice; keep one.`,
  price_row_exists: ({ sku }) =>
    `${sku} has a price for this unit and quantity from this day; edit that row.`,
  already_exists: ({ key }) => `${key} exists already. Choose another, or edit that one.`,
};

export const refusedText = { zh, en };
