import { provinces } from "~/domain/channel/provinces.ts";
import type { RateCard, RateZone } from "~/domain/dispatch/rate_card.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { rateCardWords } from "./rate_card_text.ts";

type Period = Pick<RateCard, "validFrom" | "validUntil">;

function periodWords({ validFrom, validUntil }: Period, reading: Reading): string {
  const t = rateCardWords(reading.lang);
  const from = date(validFrom, reading);
  return validUntil === null ? t.from(from) : t.between(from, date(validUntil, reading));
}

function Validity({ period, reading }: { period: Period; reading: Reading }) {
  const t = rateCardWords(reading.lang).states;
  const { validFrom, validUntil } = period;
  if (validFrom > reading.now) return <Status stage="p1">{t.coming}</Status>;
  const isOver = validUntil !== null && validUntil <= reading.now;
  return isOver ? <Status stage="void">{t.over}</Status> : <Status stage="p4">{t.current}</Status>;
}

/** A card with whose it is, in words. */
export type NamedRateCard = RateCard & { carrier: string; node: string };

type ListProps = {
  shell: Shell;
  reading: Reading;
  rows: NamedRateCard[];
  newer?: string;
  older?: string;
  mayEdit: boolean;
};

export function RateCardListPage(props: ListProps) {
  const { shell, reading, rows, mayEdit } = props;
  const t = rateCardWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        actions: mayEdit && (
          <>
            <a class="b" href={paths.imports("rate_cards")}>{t.import}</a>
            <a class="b go" href={paths.newRateCard()}>{t.new}</a>
          </>
        ),
      }}
      columns={columns(reading)}
      note={t.count(count(rows.length))}
      byCode
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

function columns(reading: Reading): Column<NamedRateCard>[] {
  const t = rateCardWords(reading.lang);
  return [
    {
      head: t.fields.code,
      card: "cu",
      cell: ({ code }) => <a href={paths.rateCard(code)}>{code}</a>,
    },
    { head: t.fields.carrier, card: "no", cell: ({ carrier }) => carrier },
    { head: t.fields.node, cell: ({ node }) => node },
    {
      head: t.fields.period,
      card: "mo",
      quiet: true,
      cell: (card) => periodWords(card, reading),
    },
    {
      head: t.fields.state,
      card: "st",
      cell: (card) => <Validity period={card} reading={reading} />,
    },
    {
      head: t.fields.zoneCount,
      align: "end",
      card: "am",
      cell: ({ zones }) => count(zones.length),
    },
  ];
}

/** On a phone a figure that has lost its head says it beside itself. */
function zoneColumns(lang: Lang): Column<RateZone>[] {
  const { fields: t, heads } = rateCardWords(lang);
  const price = ({ amountMinor, currency }: RateZone["first"]) => (
    <Money minor={amountMinor} currency={currency} />
  );
  const label = (words: string) => <span class="thin">{`${words} `}</span>;
  return [
    { head: t.zone, card: "cu", cell: ({ zone }) => <Zone zone={zone} lang={lang} /> },
    {
      head: t.firstWeightGram,
      align: "end",
      card: "no",
      cell: ({ firstWeightGram }) => <>{label(t.firstWeightGram)}{count(firstWeightGram)}</>,
    },
    { head: heads.first, align: "end", card: "am", cell: ({ first }) => price(first) },
    {
      head: t.stepWeightGram,
      align: "end",
      card: "mo",
      cell: ({ stepWeightGram, step }) => (
        <>
          {label(t.stepWeightGram)}
          {count(stepWeightGram)}
          <span class="thin">{` · ${heads.step} `}{price(step)}</span>
        </>
      ),
    },
    { head: heads.step, align: "end", cell: ({ step }) => price(step) },
    {
      head: t.leadDays,
      align: "end",
      card: "st",
      cell: ({ leadDays }) => <>{label(t.leadDays)}{count(leadDays)}</>,
    },
  ];
}

/** A zone of our own is a province: its name says more than its code. */
function Zone({ zone, lang }: { zone: string; lang: Lang }) {
  const province = provinces.find((each) => each.zone === zone);
  return province
    ? (
      <>
        {province[lang]} <span class="q">{zone}</span>
      </>
    )
    : <>{zone}</>;
}

type CardProps = {
  shell: Shell;
  reading: Reading;
  card: RateCard;
  names: { carrier: string; node: string };
  mayEdit: boolean;
};

export function RateCardPage({ shell, reading, card, names, mayEdit }: CardProps) {
  const { lang } = shell;
  const t = rateCardWords(lang);
  return (
    <Page {...shell} title={card.code}>
      <Head
        title={card.code}
        back={{ href: paths.rateCards(), label: t.title }}
        status={<Validity period={card} reading={reading} />}
        oneAction
        actions={mayEdit && <a class="b go" href={paths.editRateCard(card.code)}>{t.edit}</a>}
        sub={[names.carrier, names.node, periodWords(card, reading)].join(" · ")}
      />
      <Sheet title={t.zones}>
        <Table caption={t.zones} columns={zoneColumns(lang)} rows={[...card.zones]} lang={lang} />
      </Sheet>
    </Page>
  );
}
