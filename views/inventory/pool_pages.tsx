import { type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf } from "~/views/_kit/form_state.ts";
import type { Shell } from "~/views/_kit/layout.tsx";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { CodeAndNames, FieldSheet } from "~/views/_kit/record_fields.tsx";
import { MasterFormPage, type MasterFormProps } from "~/views/_kit/record_form.tsx";
import { inventoryWords } from "./text.ts";

type Named = { code: string; nameZh: string; nameEn: string };
export type PoolListRow = Named & { owner: Named; nodes: number };

type PoolListProps = { shell: Shell; rows: PoolListRow[]; mayEdit: boolean };

export function PoolListPage(props: PoolListProps) {
  const { shell, mayEdit } = props;
  const { nodes } = inventoryWords(shell.lang);
  const t = nodes.poolForm;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        back: { href: paths.nodes(), label: nodes.title },
        oneAction: true,
        actions: mayEdit && <a class="b go" href={paths.newPool()}>{t.new}</a>,
        sub: t.why,
      }}
      columns={columns(shell.lang, mayEdit)}
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

function columns(lang: Lang, mayEdit: boolean): Column<PoolListRow>[] {
  const { fields, poolForm: t } = inventoryWords(lang).nodes;
  return [
    {
      head: fields.nameZh,
      card: "cu",
      cell: (row) =>
        mayEdit ? <a href={paths.pool(row.code)}>{named(row, lang)}</a> : named(row, lang),
    },
    { head: fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    { head: fields.organisation, card: "mo", cell: ({ owner }) => named(owner, lang) },
    {
      head: t.nodes,
      align: "end",
      card: "am",
      cell: ({ code, nodes }) => <a href={paths.nodes({ pool: code })}>{count(nodes)}</a>,
    },
  ];
}

type PoolFormProps = MasterFormProps & { organisations: Option[] };

export function PoolFormPage(props: PoolFormProps) {
  const { shell, form, existing, organisations } = props;
  const { fields, hints, poolForm: t } = inventoryWords(shell.lang).nodes;
  return (
    <MasterFormPage
      {...props}
      words={{ ...t, edit: t.editTitle }}
      list={{ href: paths.pools(), label: t.title }}
      at={paths.pool}
    >
      <FieldSheet label={t.title}>
        <CodeAndNames {...{ form, fields, hints }} isNew={!existing} />
        <Select
          {...fieldOf(form, "organisationCode")}
          label={fields.organisation}
          hint={t.owner}
          options={organisations}
          empty={kitWords(shell.lang).choose}
          required
        />
      </FieldSheet>
    </MasterFormPage>
  );
}
