import { When } from "./date.tsx";
import { Filters } from "./filters.tsx";
import type { SampleProps } from "./kit_page.tsx";
import { type KitPageWords, kitPageWords } from "./kit_page_text.ts";
import { Bulk, Density, Pager, Tabs } from "./list_parts.tsx";
import { Money } from "./money.tsx";
import { paths } from "./paths.ts";
import { Sheet } from "./sheet.tsx";
import { type Stage, Status } from "./status.tsx";
import { type Column, Table } from "./table.tsx";
import { kitWords } from "./text.ts";
import { FilteredEmpty, VoidState } from "./void_state.tsx";

interface Row {
  number: string;
  dealer: string;
  minor: number;
  stage: Stage;
  state: string;
  at: string;
}

function rowsOf(t: KitPageWords): Row[] {
  const stages: [Stage, number][] = [["p2", 2], ["p1", 1], ["hold", 5]];
  return stages.map(([stage, word], at) => ({
    number: `SO2611-2041${8 - at}`,
    dealer: t.dealers[at]!,
    minor: [706640, 2376000, -12860][at]!,
    stage,
    state: t.status[word]!,
    at: ["2026-11-22T02:42:00Z", "2026-11-21T12:11:00Z", "2025-12-30T01:00:00Z"][at]!,
  }));
}

export function ListSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const lang = reading.lang;
  const columns: Column<Row>[] = [
    { head: t.number, cell: (row) => <a href={paths.kit()}>{row.number}</a>, card: "no" },
    { head: t.dealer, cell: (row) => row.dealer, card: "cu" },
    { head: t.amount, cell: (row) => <Money minor={row.minor} />, card: "am", align: "end" },
    {
      head: t.state,
      cell: (row) => <Status stage={row.stage}>{row.state}</Status>,
      card: "st",
    },
    {
      head: t.placed,
      cell: (row) => <When at={row.at} as="moment" reading={reading} />,
      align: "end",
      quiet: true,
      sort: { href: paths.kit(), direction: "descending" },
    },
  ];
  return (
    <Sheet label={`${t.list} ${mark}`}>
      <Tabs
        views={t.views.map((label, at) => ({
          href: paths.kit(),
          label,
          count: at ? at * 1001 : undefined,
          late: at === 2,
          current: at === 1,
        }))}
        lang={lang}
      />
      <Filters
        action={paths.kit()}
        search={{ label: t.list, placeholder: kitWords(lang).findHint }}
        filters={[
          { name: `warehouse-${mark}`, label: t.warehouse, value: t.warehouses[0] },
          {
            name: `channel-${mark}`,
            label: t.channel,
            options: t.channels.map((label) => ({ value: label, label })),
          },
          { name: `placed-${mark}`, label: t.placed, type: "date" },
        ]}
        density={<Density here={paths.kit()} lang={lang} />}
        lang={lang}
      />
      <Table
        caption={t.list}
        columns={columns}
        rows={rowsOf(t)}
        select={{
          form: `bulk-${mark}`,
          id: (row) => row.number,
          label: (row) => row.number,
          amountMinor: (row) => row.minor,
        }}
        tone={(row) => row.stage === "hold" ? "wrn" : undefined}
        sub={(row) =>
          row.stage === "hold" && (
            <>
              {t.late} <a href={paths.kit()}>{t.hurry}</a>
            </>
          )}
        lang={lang}
      />
      <Bulk
        id={`bulk-${mark}`}
        verbs={[{ label: t.approve, action: paths.kit(), main: true }]}
        sum
        lang={lang}
      />
      <Pager note={t.pager} newer={paths.kit()} older={paths.kit()} lang={lang} />
      <VoidState title={t.empty} actions={<a class="b" href={paths.kit()}>{t.emptyWay}</a>}>
        {t.emptyWhy}
      </VoidState>
      <FilteredEmpty filters={t.warehouses[0]!} clearHref={paths.kit()} lang={lang} />
    </Sheet>
  );
}
