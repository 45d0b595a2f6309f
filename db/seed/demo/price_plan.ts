import { named } from "~/db/seed/say.ts";
import { type Instant, plusDays, startOfDay } from "~/domain/_kernel/period.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import type { WishedPriceRow } from "~/domain/policy/price/save_price_rows.ts";
import type { Item } from "./catalogue.ts";
import type { Calendar } from "./calendar.ts";

export type PricePlan = { list: PriceList; rows: WishedPriceRow[] };

/** Its only price has run out: whoever orders it is told so. */
export const expiredOnly = "R5-1000-12";

const general = {
  currency: "CNY",
  organisationCode: null,
  channel: null,
  regionCode: null,
  grade: null,
  dealerCode: null,
  validUntil: null,
};

type Rows = {
  /** Of the general price, in thousandths. */
  share: number;
  minQuantity?: number;
  perUnit?: boolean;
};

/** From the general list to a dealer's own contract, one that has ended and one that is to come. */
export function pricePlans(
  items: readonly Item[],
  { first, today }: Pick<Calendar, "first" | "today">,
): PricePlan[] {
  const from = startOfDay(first);
  const nextQuarter = startOfDay(firstOfNextQuarter(today));
  const priced = items.filter(({ product }) => product.code !== expiredOnly);
  const drinks = priced.filter(({ kind }) => kind === "drink");
  const appliances = priced.filter(({ kind }) => kind === "appliance");
  const every = (list: readonly Item[], nth: number) => list.filter((_, at) => at % nth === 0);
  const plan = (list: PriceList, ...parts: WishedPriceRow[][]) => ({ list, rows: parts.flat() });
  const rows = (list: readonly Item[], start: Instant, asked: Rows) =>
    list.map((item) => rowOf(item, start, asked));

  return [
    plan(
      { ...general, code: "BASE", ...named("统一价目表", "General price list"), validFrom: from },
      rows(priced, from, { share: 1000 }),
      rows(priced, from, { share: 1050, perUnit: true }),
      rows(drinks, from, { share: 970, minQuantity: 100 }),
      rows(appliances, from, { share: 980, minQuantity: 20 }),
    ),
    plan(
      {
        ...general,
        code: "BASE-NEXT",
        ...named("统一价目表（下季）", "General price list, next quarter"),
        validFrom: nextQuarter,
      },
      rows(drinks, nextQuarter, { share: 1030 }),
    ),
    plan(
      {
        ...general,
        code: "GRADE-A",
        ...named("A 级经销商价", "Grade A dealers"),
        grade: "A",
        validFrom: from,
      },
      rows(priced, from, { share: 920 }),
      rows(drinks, from, { share: 900, minQuantity: 200 }),
    ),
    plan(
      {
        ...general,
        code: "GRADE-B",
        ...named("B 级经销商价", "Grade B dealers"),
        grade: "B",
        validFrom: from,
      },
      rows(priced, from, { share: 955 }),
    ),
    plan(
      {
        ...general,
        code: "SOUTH",
        ...named("南部公司价", "Southern company"),
        organisationCode: "QY-S",
        validFrom: from,
      },
      rows(every(drinks, 3), from, { share: 985 }),
    ),
    plan(
      {
        ...general,
        code: "SOUTH-B",
        ...named("南部公司 B 级价", "Southern company, grade B"),
        organisationCode: "QY-S",
        grade: "B",
        validFrom: from,
      },
      rows(every(drinks, 4), from, { share: 935 }),
    ),
    plan(
      {
        ...general,
        code: "WEST",
        ...named("西部大区价（含远途）", "West China, long haul included"),
        regionCode: "WEST",
        validFrom: from,
      },
      rows(every(drinks, 3), from, { share: 1015 }),
    ),
    plan(
      {
        ...general,
        code: "TMALL",
        ...named("天猫渠道价", "Tmall"),
        channel: "tmall",
        validFrom: from,
      },
      rows(drinks, from, { share: 985 }),
    ),
    plan(
      {
        ...general,
        code: "CONTRACT-0117",
        ...named("徐州鼎顺合同价 0117", "Xuzhou Dingshun, contract 0117"),
        dealerCode: "D-1001",
        validFrom: from,
      },
      rows(every(drinks, 4), from, { share: 880 }),
      rows(every(drinks, 8), from, { share: 860, minQuantity: 200 }),
    ),
    plan(
      {
        ...general,
        code: "CONTRACT-0142",
        ...named("惠州东江合同价 0142", "Huizhou Dongjiang, contract 0142"),
        dealerCode: "D-1034",
        validFrom: from,
      },
      rows(every(drinks, 5), from, { share: 890 }),
    ),
    endedPlan(items, { first, today }),
  ];
}

/** A campaign of last season: seen in "why this price" as run out. */
function endedPlan(
  items: readonly Item[],
  { first, today }: Pick<Calendar, "first" | "today">,
): PricePlan {
  const from = startOfDay(first);
  const until = startOfDay(plusDays(today, -62));
  const drinks = items.filter(({ kind }) => kind === "drink");
  const chosen = drinks.filter(({ product }, at) => at % 9 === 0 || product.code === expiredOnly);
  return {
    list: {
      ...general,
      code: "SUMMER",
      ...named("夏季畅饮专案", "Summer campaign"),
      validFrom: from,
      validUntil: until,
    },
    rows: chosen.map((item) => rowOf(item, plusSecond(from), { share: 900 })),
  };
}

/** A second later than the general list, or nothing would say which of the two holds. */
function plusSecond(at: Instant): Instant {
  return at.replace(":00.000Z", ":01.000Z");
}

function rowOf(
  { product, caseYuan, perCase }: Item,
  validFrom: Instant,
  { share, minQuantity = 1, perUnit = false }: Rows,
): WishedPriceRow {
  const yuan = caseYuan * share / 1000 / (perUnit ? perCase : 1);
  const { code: sku, baseUnit, salesUnit } = product;
  const unit = perUnit ? baseUnit : salesUnit;
  return { sku, unit, minQuantity, validFrom, validUntil: null, price: yuan.toFixed(2) };
}

function firstOfNextQuarter(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const next = (Math.floor((month - 1) / 3) + 1) * 3 + 1;
  return next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, "0")}-01`;
}
