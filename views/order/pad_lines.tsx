import type { Child } from "hono/jsx";
import { quantitiesMeant } from "~/domain/order/edit_draft.ts";
import { lineIn } from "~/domain/order/preview_order.ts";
import type { PlaceOrderRefusal } from "~/domain/order/placing.ts";
import type { DraftLine } from "~/domain/order/save_draft.ts";
import { priceText } from "~/views/order/price_words.ts";
import { Blank } from "~/views/_kit/choice.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import type { Adding, PadLine } from "~/views/_kit/pad.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import type { PadSku, PadState } from "./pad_state.ts";
import { padWords } from "./pad_text.ts";
import { orderWords } from "./text.ts";

/** What stands in the way of each line, by its place in the command. */
export function refusalsByLine({ preview, content }: PadState): Map<string, PlaceOrderRefusal[]> {
  const byLine = new Map<string, PlaceOrderRefusal[]>();
  for (const refusal of preview.refusals) {
    const index = lineIn(refusal.at);
    const line = index === null ? undefined : content.lines[index];
    if (line) byLine.set(line.id, [...(byLine.get(line.id) ?? []), refusal]);
  }
  return byLine;
}

/** The lines as the pad draws them: typed text as it is, facts beside it, errors with their fix. */
export function padLines(state: PadState, lang: Lang): PadLine[] {
  const refusals = refusalsByLine(state);
  return state.content.lines.map((line, index) => {
    const sku = state.skus.get(line.code);
    const priced = state.preview.lines.find((each) => each.index === index);
    const [refusal] = refusals.get(line.id) ?? [];
    const errorId = refusal ? `e-${line.id}` : undefined;
    const t = padWords(lang);
    const made: PadLine = {
      id: line.id,
      code: line.code,
      name: sku ? named(sku, lang) : <span class="qq">{t.unknownProduct}</span>,
      spec: sku?.specification,
      quantity: line.quantity,
      unit: line.unit || sku?.salesUnit || "",
      units: sku?.units.map(({ code }) => ({ value: code, label: code })),
      price: priced ? priceText(priced.priceE4, state.dealer.currency) : "—",
      stock: priced ? <Stock available={priced.available} lang={lang} /> : "—",
      amount: priced?.counted
        ? (
          <Money
            minor={priced.goodsMinor - priced.discountMinor}
            currency={state.dealer.currency}
          />
        )
        : <span class="qq">{t.notCounted}</span>,
      focus: state.focusLine === line.id,
      beside: state.mayDiscount && <Discount line={line} label={t.discountHead} />,
      ...(refusal
        ? {
          tone: "err",
          errorId,
          message: <Fix line={line} refusal={refusal} state={state} lang={lang} />,
        }
        : {}),
    };
    return made;
  });
}

function Stock({ available, lang }: { available: number; lang: Lang }) {
  const t = padWords(lang);
  return available > 0 ? <>{t.inStock(available)}</> : <span class="warn">{t.noStock}</span>;
}

function Discount({ line, label }: { line: DraftLine; label: string }) {
  return (
    <Blank
      id={`discount-${line.id}`}
      label={label}
      name={`discount.${line.id}`}
      value={line.discount}
      number
      cell="discount"
    />
  );
}

type FixProps = { line: DraftLine; refusal: PlaceOrderRefusal; state: PadState; lang: Lang };

/** The fact first, then the fix as a button that does it. */
function Fix({ line, refusal, state, lang }: FixProps) {
  const t = padWords(lang);
  return (
    <>
      <span class="bad" id={`e-${line.id}`}>{factOf(line, refusal, lang)}</span>
      {waysOut(line, refusal, state, lang)}
      <Press name="remove" value={line.id}>{t.drop}</Press>
    </>
  );
}

function factOf(line: DraftLine, refusal: PlaceOrderRefusal, lang: Lang): string {
  const t = padWords(lang);
  if (refusal.reason === "quantity_not_positive") {
    return line.quantity === "" ? t.quantityEmpty : t.quantityWrong(line.quantity);
  }
  if (refusal.reason === "discount_unreadable") return t.discountWrong(line.discount);
  const say = orderWords(lang).refused[refusal.reason] as (refusal: PlaceOrderRefusal) => string;
  return say(refusal);
}

function waysOut(
  line: DraftLine,
  refusal: PlaceOrderRefusal,
  state: PadState,
  lang: Lang,
): Child[] {
  const t = padWords(lang);
  switch (refusal.reason) {
    case "stock_short":
      return refusal.available > 0
        ? [
          <Press name="fix" value={`${line.id}:quantity:${refusal.available}`}>
            {t.setTo(refusal.available)}
          </Press>,
        ]
        : [];
    case "quantity_not_positive":
      return quantitiesMeant(line.quantity).map((quantity) => (
        <Press name="fix" value={`${line.id}:quantity:${quantity}`}>{t.setTo(quantity)}</Press>
      ));
    case "unknown_unit":
      return refusal.units.map((unit) => (
        <Press name="fix" value={`${line.id}:unit:${unit}`}>{t.useUnit(unit)}</Press>
      ));
    case "unknown_sku":
      return (state.suggestions.get(line.id) ?? []).map((sku) => (
        <Press name="fix" value={`${line.id}:code:${sku.code}`}>{t.use(named(sku, lang))}</Press>
      ));
    default:
      return [];
  }
}

export function Press({ name, value, children }: { name: string; value: string; children: Child }) {
  return <button type="submit" class="link" name={name} value={value}>{children}</button>;
}

/** The row to add in: what was typed and could be several things, or none. */
export function addingOf({ content, choices }: PadState, lang: Lang): Adding | undefined {
  const { adding } = content;
  if (adding === "") return undefined;
  const t = padWords(lang);
  if (choices.length === 0) {
    return { typed: adding, message: <span class="warn">{t.noneFound(adding)}</span> };
  }
  return {
    typed: adding,
    message: (
      <>
        <span>{t.severalFound}</span>
        {choices.map((sku) => <Press name="pick" value={sku.code}>{choiceWords(sku, lang)}</Press>)}
      </>
    ),
  };
}

function choiceWords(sku: PadSku, lang: Lang): string {
  return `${named(sku, lang)} ${sku.specification}`;
}
