import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { padWords } from "./pad_text.ts";

type ConfirmationProps = {
  shell: Shell;
  order: {
    number: string;
    totalMinor: number;
    currency: string;
    awaiting: "dealer" | "company" | null;
  };
};

/** The end of every way to order. */
export function ConfirmationPage({ shell, order }: ConfirmationProps) {
  const t = padWords(shell.lang).confirmation;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      <Sheet label={t.title}>
        <In>
          <Confirmed order={order} lang={shell.lang} />
        </In>
      </Sheet>
    </Page>
  );
}

function Confirmed({ order, lang }: { order: ConfirmationProps["order"]; lang: Shell["lang"] }) {
  const t = padWords(lang).confirmation;
  const { number, totalMinor, currency, awaiting } = order;
  return (
    <div class="stack">
      <Sum
        lines={[{ label: t.number, value: <b>{number}</b> }]}
        total={{ label: t.amount, value: <Money minor={totalMinor} currency={currency} mark /> }}
      />
      <p>
        {awaiting === "dealer"
          ? t.awaitingDealer
          : awaiting === "company"
          ? t.awaitingCompany
          : t.confirmed}
      </p>
      <p class="acts">
        <a class="b go" href={`/order/${number}`}>{t.see}</a>
        <a class="b" href="/order/pad">{t.more}</a>
      </p>
    </div>
  );
}
