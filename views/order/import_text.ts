import type { ImportOrderRefusal } from "~/domain/order/import_order.ts";
import { words } from "~/views/_kit/text.ts";
import { orderWords } from "./text.ts";

type Words = {
  [R in ImportOrderRefusal["reason"]]: (
    refusal: Extract<ImportOrderRefusal, { reason: R }>,
  ) => string;
};

const refusedZh: Words = {
  ...orderWords.both.zh.refused,
  unknown_dealer: ({ dealer }) => `没有编码为 ${dealer} 的经销商，或者你不能给它下单`,
  unlike_first_row: () => "和这张单的第一行不一样。留空，或者填得一样。",
  freight_unreadable: ({ currency, decimals }) =>
    decimals === 0
      ? `运费要写成 12 这样的数，${currency} 不带小数`
      : `运费要写成 12.50 这样的数，${currency} 最多 ${decimals} 位小数`,
};

const refusedEn: Words = {
  ...orderWords.both.en.refused,
  unknown_dealer: ({ dealer }) => `No dealer has the code ${dealer}, or you cannot order for it`,
  unlike_first_row: () =>
    "It differs from the first row of this order. Leave it empty or repeat it.",
  freight_unreadable: ({ currency, decimals }) =>
    decimals === 0
      ? `Write the freight as a number such as 12; ${currency} has no decimals`
      : `Write the freight as a number such as 12.50; ${currency} has at most ${decimals} decimals`,
};

export const orderImportWords = words({ zh: { refused: refusedZh }, en: { refused: refusedEn } });
