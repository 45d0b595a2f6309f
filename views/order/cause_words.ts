import type { ApprovalCause } from "~/domain/order/order.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { rateText } from "~/views/_kit/decimal.ts";
import { money } from "~/views/_kit/money.tsx";
import { count, plural } from "~/views/_kit/number.tsx";

const amount = (minor: number, currency: string) => money(minor, { currency, mark: true });
const rate = (basisPoints: number) => `${rateText(basisPoints)}%`;

type CauseWords = {
  [C in ApprovalCause["cause"]]: (cause: Extract<ApprovalCause, { cause: C }>) => string;
};

export const causesZh: CauseWords = {
  above_buyer_limit: ({ totalMinor, limitMinor, currency }) =>
    `合计 ${amount(totalMinor, currency)}，超过订货员限额 ${amount(limitMinor, currency)}`,
  credit_exceeded: ({ overMinor, currency }) => `超出信用额度 ${amount(overMinor, currency)}`,
  receivable_overdue: ({ overdueMinor, currency }) => `逾期未付 ${amount(overdueMinor, currency)}`,
  discount_above_limit: ({ limitBasisPoints, discountBasisPoints, sku, lines }) =>
    `${count(lines)} 行的议定折扣超过上限 ${rate(limitBasisPoints)}，最高 ${
      rate(discountBasisPoints)
    }（${sku}）`,
};

export const causesEn: CauseWords = {
  above_buyer_limit: ({ totalMinor, limitMinor, currency }) =>
    `Total ${amount(totalMinor, currency)} is above the buyer's limit of ${
      amount(limitMinor, currency)
    }`,
  credit_exceeded: ({ overMinor, currency }) =>
    `${amount(overMinor, currency)} over the credit limit`,
  receivable_overdue: ({ overdueMinor, currency }) => `${amount(overdueMinor, currency)} overdue`,
  discount_above_limit: ({ limitBasisPoints, discountBasisPoints, sku, lines }) =>
    `${count(lines)} ${plural("en", lines, "", "line")} above the discount limit of ${
      rate(limitBasisPoints)
    }, at most ${rate(discountBasisPoints)} (${sku})`,
};

/** Every cause in a sentence of its own. */
export function causeSentences(
  causes: readonly ApprovalCause[],
  lang: Lang,
): string[] {
  const words = lang === "zh" ? causesZh : causesEn;
  return causes.map((cause) => (words[cause.cause] as (cause: ApprovalCause) => string)(cause));
}
