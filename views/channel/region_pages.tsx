import type { Region } from "~/domain/channel/region.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeForm, type TreeRecordProps } from "~/views/_kit/tree_record.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { nameLabels, nameOf } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

type ListProps = { shell: Shell; rows: Region[]; may: { edit: boolean; partners: boolean } };

export function RegionListPage({ shell, rows, may }: ListProps) {
  const { lang } = shell;
  const t = channelWords(lang);
  const words = t.region;
  const columns: Column<Region & { depth: number }>[] = [
    {
      head: t.fields.name,
      cell: (row) => <Indented depth={row.depth}>{nameOf(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.region(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
  ];
  if (may.partners) {
    columns.push({
      head: t.partners,
      cell: (row) => <a href={paths.partners({ region: row.code })}>{words.see}</a>,
      align: "end",
      card: "st",
    });
  }
  return (
    <Page {...shell} title={words.title}>
      <Head
        title={words.title}
        back={{ href: paths.partners(), label: t.partners }}
        oneAction
        actions={may.edit && <a class="b go" href={paths.newRegion()}>{words.new}</a>}
      />
      <Sheet label={words.title}>
        {rows.length === 0 ? <VoidState title={words.emptyTitle}>{words.emptyWhy}</VoidState> : (
          <>
            <Table caption={words.title} columns={columns} rows={inTreeOrder(rows)} lang={lang} />
            <Pager note={words.count(count(rows.length))} lang={lang} />
          </>
        )}
      </Sheet>
    </Page>
  );
}

export function RegionFormPage(props: TreeRecordProps) {
  const { shell, existing } = props;
  const t = channelWords(shell.lang);
  const { region } = t;
  return (
    <TreeForm
      {...props}
      title={existing ? t.editTitle(existing.code) : region.new}
      back={{ href: paths.regions(), label: t.regions }}
      action={{ create: paths.regions(), existing: paths.region }}
      submit={existing ? region.save : region.create}
      labels={{ ...nameLabels(t), parent: t.fields.parentCode, root: region.root }}
    />
  );
}
