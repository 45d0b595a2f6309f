import type { Region } from "~/domain/channel/region.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import type { Column } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeFormPage, type TreeFormProps } from "~/views/_kit/tree_form.tsx";
import { channelWords } from "./text.ts";

type ListProps = { shell: Shell; rows: Region[]; may: { edit: boolean; partners: boolean } };

export function RegionListPage({ shell, rows, may }: ListProps) {
  const t = channelWords(shell.lang);
  const words = t.region;
  return (
    <ListPage
      shell={shell}
      title={words.title}
      head={{
        back: { href: paths.partners(), label: t.partners },
        oneAction: true,
        actions: may.edit && <a class="b go" href={paths.newRegion()}>{words.new}</a>,
      }}
      columns={columns(shell.lang, may)}
      rows={inTreeOrder(rows)}
      note={words.count(count(rows.length))}
      empty={{ title: words.emptyTitle, why: words.emptyWhy }}
    />
  );
}

function columns(lang: Lang, may: ListProps["may"]): Column<Region & { depth: number }>[] {
  const t = channelWords(lang);
  const partners: Column<Region> = {
    head: t.partners,
    cell: (row) => <a href={paths.partners({ region: row.code })}>{t.region.see}</a>,
    align: "end",
    card: "st",
  };
  return [
    {
      head: t.fields.name,
      cell: (row) => <Indented depth={row.depth}>{named(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.region(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
    ...(may.partners ? [partners] : []),
  ];
}

export function RegionFormPage(props: TreeFormProps) {
  const { fields, hints, region: t, editTitle } = channelWords(props.shell.lang);
  return (
    <TreeFormPage
      {...{ ...props, fields, hints }}
      words={{ ...t, edit: editTitle, parent: fields.parentCode }}
      list={{ href: paths.regions(), label: t.title }}
      at={paths.region}
    />
  );
}
