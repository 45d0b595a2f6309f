import { isDay } from "~/domain/_kernel/period.ts";
import { wholeNumber } from "~/domain/order/edit_draft.ts";
import { lineIn } from "~/domain/order/preview_order.ts";
import { Field, Select, TextArea } from "~/views/_kit/field.tsx";
import { Meter } from "~/views/_kit/meter.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { percent, quantity } from "~/views/_kit/number.tsx";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { StickBar, Sum } from "~/views/_kit/sum.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { causeSentences } from "./cause_words.ts";
import { refusalsByLine } from "./pad_lines.tsx";
import type { PadState } from "./pad_state.ts";
import { padWords } from "./pad_text.ts";
import { orderWords } from "./text.ts";

type Props = {
  state: PadState;
  lang: Lang;
  /** It was sent and came back: an empty pad that was only opened is nobody's mistake. */
  tried?: boolean;
};

export const submitPath = "/order/pad/submission";

/** What the order comes to, what it does to the credit, and the one button. */
export function PadTotals({ state, lang, tried }: Props) {
  const t = padWords(lang);
  const { preview, content, dealer } = state;
  const { currency } = dealer;
  const amount = (minor: number) => <Money minor={minor} currency={currency} />;
  const leftOut = refusalsByLine(state).size;
  return (
    <Sheet
      id="pad-totals"
      title={t.total}
      aside={t.totalNote(content.lines.length - leftOut, packsOf(state))}
    >
      <In>
        <Sum
          lines={[
            { label: t.goods, value: amount(preview.goodsMinor) },
            ...(preview.discountMinor > 0
              ? [{ label: t.discount, value: amount(-preview.discountMinor) }]
              : []),
            ...(preview.freightMinor > 0
              ? [{ label: t.freight, value: amount(preview.freightMinor) }]
              : []),
          ]}
          total={{
            label: t.toPay,
            value: <Money minor={preview.totalMinor} currency={currency} mark />,
          }}
          after={[{ label: t.taxInside, value: amount(preview.taxMinor) }]}
        />
        {leftOut > 0 && <p class="note warn">{t.leftOut(leftOut)}</p>}
      </In>
      {preview.credit && (
        <In>
          <Credit state={state} lang={lang} />
        </In>
      )}
      <Concerns state={state} lang={lang} tried={tried} />
      <div class="in wide">
        <button type="submit" class="b go w" formaction={submitPath} data-submit>
          {t.submit}
        </button>
      </div>
    </Sheet>
  );
}

function Credit({ state, lang }: Props) {
  const t = padWords(lang);
  const { preview, dealer: { currency } } = state;
  const { limitMinor, usedMinor } = preview.credit!;
  const amount = (minor: number) => <Money minor={minor} currency={currency} />;
  const share = (minor: number) =>
    percent(limitMinor > 0 ? Math.round(minor * 10_000 / limitMinor) : 0);
  return (
    <>
      <Sum lines={[{ label: t.creditLimit, value: amount(limitMinor) }]} />
      <Meter
        had={usedMinor}
        adds={preview.totalMinor}
        whole={limitMinor}
        label={t.creditMeter(share(usedMinor), share(preview.totalMinor))}
      />
      <Sum
        note
        lines={[
          { label: t.creditUsed, value: amount(usedMinor) },
          {
            label: t.creditThis,
            value: <span class="acc">{money(preview.totalMinor, { currency })}</span>,
          },
          { label: t.creditAfter, value: amount(limitMinor - usedMinor - preview.totalMinor) },
        ]}
      />
    </>
  );
}

/** What concerns the whole order: how many lines, credit, account, freight, and who has to approve it. */
function Concerns({ state, lang, tried }: Props) {
  const words = orderWords(lang).refused;
  const whole = state.preview.refusals.filter(({ at, reason }) =>
    lineIn(at) === null && at !== wantedAt && (tried || reason !== "no_lines")
  );
  // The dealer's own gate has one cause, and its sentence names it.
  const causes = state.preview.gates.flatMap((gate) => gate.gate === "company" ? gate.causes : []);
  if (!state.freightUnreadable && whole.length === 0 && !state.approvesBy) return null;
  return (
    <In>
      {state.approvesBy && (
        <p class="note">
          {state.approvesBy === "dealer"
            ? padWords(lang).approvesDealer
            : padWords(lang).approvesCompany}
        </p>
      )}
      {causeSentences(causes, lang).map((said) => <p class="note warn">{said}</p>)}
      {state.freightUnreadable && <p class="note bad">{padWords(lang).freightWrong}</p>}
      {whole.map((refusal) => (
        <p class="note bad">{(words[refusal.reason] as (refusal: unknown) => string)(refusal)}</p>
      ))}
    </In>
  );
}

/** 267 箱 12 瓶: what is counted, by the unit it is written in. */
export function packsOf({ content, preview }: PadState): string {
  const sums = new Map<string, number>();
  for (const { index, counted } of preview.lines) {
    if (!counted) continue;
    const { unit, quantity: typed } = content.lines[index]!;
    sums.set(unit, (sums.get(unit) ?? 0) + (wholeNumber(typed) ?? 0));
  }
  return [...sums].map(([unit, sum]) => quantity(sum, unit)).join(" ");
}

/** Where it goes and what to say with it. */
export function PadTerms({ state, lang }: Props) {
  const t = padWords(lang);
  const { content, dealer } = state;
  const [address] = dealer.addresses.filter(({ isDefault }) => isDefault);
  return (
    <Sheet label={t.deliver}>
      <In>
        <div class="stack">
          <Select
            label={t.deliver}
            name="address"
            value={content.address || address?.code}
            options={dealer.addresses.map(({ code, words }) => ({ value: code, label: words }))}
          />
          <PadWanted state={state} lang={lang} />
          <TextArea label={t.note} name="note" value={content.note} rows={2} maxlength={500} />
          {state.mayDiscount && (
            <>
              <Field
                label={t.freightFor}
                name="freight"
                value={content.freight}
                inputmode="decimal"
              />
              <Field
                label={t.discountReason}
                name="discountReason"
                value={content.discountReason}
              />
            </>
          )}
        </div>
      </In>
    </Sheet>
  );
}

const wantedAt = "/requiredOn";

/** What is wrong with the wanted day, in words. */
export function wantedWrong({ preview }: PadState, lang: Lang): string | undefined {
  const refusal = preview.refusals.find(({ at }) => at === wantedAt);
  const say = orderWords(lang).refused;
  return refusal && (say[refusal.reason] as (refusal: unknown) => string)(refusal);
}

/** A box for dates shows nothing of what is no date: such a text stands in a plain one. */
export function PadWanted({ state, lang }: Props) {
  const { requiredOn } = state.content;
  const type = requiredOn === "" || isDay(requiredOn) ? "date" : "text";
  return (
    <div id="pad-wanted">
      <Field
        label={padWords(lang).requiredOn}
        name="requiredOn"
        type={type}
        value={requiredOn}
        error={wantedWrong(state, lang)}
      />
    </div>
  );
}

/** The phone's bar: the total, what to fix, the button. */
export function PadStick({ state, lang }: Props) {
  const t = padWords(lang);
  const wrong = refusalsByLine(state).size;
  return (
    <div id="pad-stick">
      <StickBar
        total={money(state.preview.totalMinor, { currency: state.dealer.currency, mark: true })}
        note={
          <>
            {packsOf(state)}
            {wrong > 0 && <span class="bad">{` ${t.toFix(wrong)}`}</span>}
          </>
        }
        action={<button type="submit" class="b go" formaction={submitPath}>{t.submit}</button>}
      />
    </div>
  );
}
