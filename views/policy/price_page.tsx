import type { LostBecause, PriceRow } from "~/domain/policy/price/choose_price.ts";
import { lineAmountMinor } from "~/domain/_kernel/money.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { channelText } from "./channel_text.ts";
import { periodWords, price } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

export type AnswerView = {
  /** What was asked for but is not there. */
  missing?: string;
  dealer: string;
  sku: string;
  unit: string;
  quantity: number;
  winner: PriceRow | null;
  losers: { row: PriceRow; because: LostBecause }[];
  /** The name of a list by its code. */
  nameOf: (list: string) => string;
};

export type PricePageProps = {
  shell: Shell;
  reading: Reading;
  form: FormState;
  /** Absent until something was asked. */
  answer?: AnswerView;
  isDealer: boolean;
};

/** Which row of which list holds for a buyer, and for each other row why it does not. */
export function PricePage(props: PricePageProps) {
  const { shell, form, answer, isDealer } = props;
  const { lang } = shell;
  const all = policyWords(lang).price;
  const { explain: t, fields, hints } = all;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        back={{ href: paths.priceLists(), label: all.title }}
        sub={t.why}
      />
      <div class="stack">
        <Sheet label={t.title}>
          <form action={paths.price()} class="in">
            <div class="set cols">
              {!isDealer && <Field {...fieldOf(form, "dealer")} label={fields.dealer} required />}
              <Field {...fieldOf(form, "sku")} label={fields.sku} required />
              <Field
                {...fieldOf(form, "quantity")}
                label={fields.quantity}
                inputmode="numeric"
              />
              <Field {...fieldOf(form, "unit")} label={fields.unit} />
              <Field {...fieldOf(form, "on")} type="date" label={fields.on} hint={hints.on} />
              {!isDealer && (
                <Select
                  {...fieldOf(form, "channel")}
                  label={fields.channel}
                  options={channelsFor(form, lang)}
                />
              )}
            </div>
            <p class="acts">
              <button type="submit" class="b go">{t.find}</button>
            </p>
          </form>
        </Sheet>
        {answer && <Answer {...props} answer={answer} />}
      </div>
    </Page>
  );
}

/** The channels we know, and the one that was asked for should a list name another. */
function channelsFor(form: FormState, lang: Lang): Option[] {
  const { value } = fieldOf(form, "channel");
  const known = channelText[lang];
  return Object.entries({ ...known, ...(value in known ? {} : { [value]: value }) })
    .map(([value, label]) => ({ value, label }));
}

type Compared = { row: PriceRow; because: LostBecause | null };

function Answer({ shell, reading, answer }: PricePageProps & { answer: AnswerView }) {
  const { lang } = shell;
  const t = policyWords(lang).price.explain;
  const { missing, winner, losers } = answer;
  if (missing) return <Message tone="bad" fact={missing} alert />;
  const rows: Compared[] = [
    ...(winner ? [{ row: winner, because: null }] : []),
    ...losers,
  ];
  return (
    <>
      {winner
        ? <Won answer={answer} winner={winner} lang={lang} />
        : <Message tone="warn" fact={t.none}>{rows.length > 0 ? t.noneWhy : t.noRows}</Message>}
      {rows.length > 0 && (
        <Sheet title={`${answer.dealer} · ${answer.sku}`} aside={t.rows(count(rows.length))}>
          <Table
            caption={t.title}
            columns={columns(reading, answer.nameOf)}
            rows={rows}
            lang={lang}
          />
        </Sheet>
      )}
    </>
  );
}

type WonProps = { answer: AnswerView; winner: PriceRow; lang: "zh" | "en" };

function Won({ answer: { quantity, unit, nameOf }, winner, lang }: WonProps) {
  const t = policyWords(lang).price.explain;
  const { priceE4, currency, listCode } = winner;
  const minor = lineAmountMinor(priceE4, quantity);
  return (
    <Sheet title={t.won(price(priceE4, currency), unit, nameOf(listCode))}>
      <In>
        <Sum
          lines={[]}
          total={{
            label: t.amount(count(quantity), unit),
            value: <Money minor={minor} currency={currency} mark />,
          }}
        />
      </In>
    </Sheet>
  );
}

function columns(reading: Reading, nameOf: AnswerView["nameOf"]): Column<Compared>[] {
  const { lang } = reading;
  const { explain: t, ...all } = policyWords(lang).price;
  return [
    {
      head: t.list,
      card: "cu",
      cell: ({ row }) => <a href={paths.priceList(row.listCode)}>{nameOf(row.listCode)}</a>,
    },
    {
      head: t.because,
      card: "mo",
      cell: ({ because }) => because === null ? <b class="acc">{t.wins}</b> : t.lost[because],
    },
    {
      head: all.period,
      quiet: true,
      cell: ({ row }) => periodWords(row, reading),
    },
    {
      head: all.fields.minQuantity,
      align: "end",
      card: "st",
      cell: ({ row }) => `${count(row.minQuantity)} ${row.unit}`,
    },
    {
      head: all.fields.price,
      align: "end",
      card: "am",
      cell: ({ row, because }) => {
        const text = price(row.priceE4, row.currency);
        return because === null ? <b>{text}</b> : <span class="q">{text}</span>;
      },
    },
  ];
}
