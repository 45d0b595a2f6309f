import type { DetailLine, OrderDetail } from "~/domain/order/read_models.ts";
import { stageOf } from "~/domain/order/order.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { priceText } from "~/views/_kit/decimal.ts";
import { money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count, percent, quantity } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { PriceFall } from "./price_fall.tsx";
import { quantitiesText } from "./quantities.ts";
import { orderWords } from "./text.ts";

type Props = {
  detail: OrderDetail;
  /** The line whose price is explained. */
  open: number | null;
  reading: Reading;
};

/** What was ordered, at which price and why, and where the goods are. */
export function LinesCard({ detail, open, reading }: Props) {
  const { lang } = reading;
  const t = orderWords(lang).page.lines;
  const { order, lines } = detail;
  return (
    <Sheet
      id="lines"
      title={t.title}
      aside={t.note(lines.length, quantitiesText(sums(lines), lang))}
    >
      <Table
        caption={t.title}
        kind="lines"
        columns={columns({ detail, open, reading })}
        rows={lines}
        id={(line) => `line-${line.lineNo}`}
        sub={(line) => line.lineNo === open && <PriceFall line={line} {...{ order, reading }} />}
        subSpan={3}
        lang={lang}
      />
    </Sheet>
  );
}

function columns({ detail, open, reading }: Props): Column<DetailLine>[] {
  const { lang } = reading;
  const t = orderWords(lang).page.lines;
  const { currency, number } = detail.order;
  return [
    {
      head: t.name,
      cell: (line) => (
        <>
          {named(line, lang)} <span class="q">{line.specification}</span>
        </>
      ),
      card: "name",
    },
    {
      head: t.quantity,
      cell: (line) => quantity(line.quantity, line.unit),
      align: "end",
      card: "qty",
    },
    {
      head: t.price,
      cell: (line) => <PriceLink {...{ line, number, open: line.lineNo === open, reading }} />,
      align: "end",
      card: "pr",
    },
    { head: t.where, cell: (line) => whereText(line, detail, reading) },
    {
      head: t.amount,
      cell: (line) =>
        money(line.goodsMinor - line.discountMinor, { currency, mark: currency !== "CNY" }),
      align: "end",
      account: true,
      card: "amt",
    },
  ];
}

type PriceLinkProps = { line: DetailLine; number: string; open: boolean; reading: Reading };

/** Opens and closes by URL, so that the explanation can be sent to somebody. */
function PriceLink({ line, number, open, reading: { lang } }: PriceLinkProps) {
  const t = orderWords(lang).page.lines;
  const price = priceText(line.priceE4);
  const href = paths.order(number, { line: open ? undefined : line.lineNo }) +
    `#line-${line.lineNo}`;
  return (
    <a class="nw" href={href} aria-label={open ? t.close(price) : t.open(price)}>
      {open ? "▾ " : "▸ "}
      {price}
      {line.discountBasisPoints > 0 && (
        <small class="bad">{` −${percent(line.discountBasisPoints)}`}</small>
      )}
    </a>
  );
}

const buckets = ["open", "allocated", "released", "shipped", "delivered", "cancelled"] as const;

/** 120 配货中，24 在途: in the unit of the line where it comes out even. */
function whereText(line: DetailLine, { order }: OrderDetail, { lang }: Reading): string {
  const { buckets: words, unlocked } = orderWords(lang).page;
  const stage = stageOf(order);
  if (stage === "cancelled" || stage === "rejected") return "—";
  const filled = buckets.filter((bucket) => line[bucket] > 0);
  const isEven = filled.every((bucket) => line[bucket] % line.unitFactor === 0);
  const unit = isEven ? "" : ` ${line.baseUnit}`;
  return filled.map((bucket) => {
    const size = isEven ? line[bucket] / line.unitFactor : line[bucket];
    const word = bucket === "open" && !order.holdsStock ? unlocked : words[bucket];
    return `${count(size)}${unit} ${word}`;
  }).join(kitWords(lang).comma);
}

function sums(lines: readonly DetailLine[]): { unit: string; quantity: number }[] {
  const byUnit = Map.groupBy(lines, ({ unit }) => unit);
  return [...byUnit].map(([unit, same]) => ({
    unit,
    quantity: same.reduce((sum, line) => sum + line.quantity, 0),
    factor: same[0]!.unitFactor,
  })).sort((a, b) => b.factor - a.factor);
}
