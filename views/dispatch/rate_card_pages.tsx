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

type ListProps = {
  shell: Shell;
  reading: Reading;
  rows: RateCard[];
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

function columns(reading: Reading): Column<RateCard>[] {
  const t = rateCardWords(reading.lang);
  return [
    {
      head: t.fields.code,
      card: "cu",
      cell: ({ code }) => <a href={paths.rateCard(code)}>{code}</a>,
    },
    { head: t.fields.carrier, card: "no", cell: ({ carrierCode }) => carrierCode },
    { head: t.fields.node, cell: ({ nodeCode }) => nodeCode },
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
  const money = (head: string, of: (zone: RateZone) => RateZone["first"]): Column<RateZone> => ({
    head,
    align: "end",
    cell: (zone) => <Money minor={of(zone).amountMinor} currency={of(zone).currency} />,
  });
  const figure = (head: string, of: (zone: RateZone) => number): Column<RateZone> => ({
    head,
    align: "end",
    cell: (zone) => count(of(zone)),
  });
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
        <div class="scroll" tabindex={0} role="region" aria-label={t.zones}>
          <Table
            caption={t.zones}
            kind="plain"
            columns={[
              { head: t.fields.zone, cell: ({ zone }) => zone },
              figure(t.fields.firstWeightGram, ({ firstWeightGram }) => firstWeightGram),
              money(t.fields.first, ({ first }) => first),
              figure(t.fields.stepWeightGram, ({ stepWeightGram }) => stepWeightGram),
              money(t.fields.step, ({ step }) => step),
              figure(t.fields.leadDays, ({ leadDays }) => leadDays),
            ]}
            rows={[...card.zones]}
            lang={lang}
          />
        </div>
      </Sheet>
    </Page>
  );
}
