import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { inventoryWords } from "./text.ts";

type Named = { code: string; nameZh: string; nameEn: string };
export type PoolListRow = Named & { owner: Named; nodes: number };

export function PoolListPage(
  { shell, rows, mayEdit }: { shell: Shell; rows: PoolListRow[]; mayEdit: boolean },
) {
  const { lang } = shell;
  const all = inventoryWords(lang);
  const t = all.nodes.poolForm;
  const columns: Column<PoolListRow>[] = [
    {
      head: all.nodes.fields.nameZh,
      card: "cu",
      cell: (row) =>
        mayEdit ? <a href={paths.pool(row.code)}>{named(row, lang)}</a> : named(row, lang),
    },
    { head: all.nodes.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    { head: all.nodes.fields.organisation, card: "mo", cell: ({ owner }) => named(owner, lang) },
    {
      head: t.nodes,
      align: "end",
      card: "am",
      cell: ({ code, nodes }) => <a href={paths.nodes({ pool: code })}>{count(nodes)}</a>,
    },
  ];
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        back={{ href: paths.nodes(), label: all.nodes.title }}
        oneAction
        actions={mayEdit && <a class="b go" href={paths.newPool()}>{t.new}</a>}
        sub={t.why}
      />
      <Sheet label={t.title}>
        {rows.length === 0
          ? <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>
          : <Table caption={t.title} columns={columns} rows={rows} lang={lang} />}
      </Sheet>
    </Page>
  );
}

type PoolFormProps = {
  shell: Shell;
  form: FormState;
  pool?: { code: string; name: string; version: number; stale?: boolean };
  organisations: Option[];
};

export function PoolFormPage({ shell, form, pool, organisations }: PoolFormProps) {
  const { lang } = shell;
  const { fields, hints, poolForm: t } = inventoryWords(lang).nodes;
  const title = pool ? t.editTitle(pool.name) : t.new;
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={{ href: paths.pools(), label: t.title }} />
      <RecordForm
        action={pool ? paths.pool(pool.code) : paths.pools()}
        form={form}
        version={pool?.version}
        staleHref={pool?.stale ? paths.pool(pool.code) : undefined}
        submit={pool ? t.save : t.create}
        lang={lang}
      >
        <Sheet label={t.title}>
          <div class="in set cols">
            {!pool && (
              <Field {...fieldOf(form, "code")} label={fields.code} hint={hints.code} required />
            )}
            <Field {...fieldOf(form, "nameZh")} label={fields.nameZh} required />
            <Field {...fieldOf(form, "nameEn")} label={fields.nameEn} hint={hints.nameEn} />
            <Select
              {...fieldOf(form, "organisationCode")}
              label={fields.organisation}
              hint={t.owner}
              options={organisations}
              empty={kitWords(lang).choose}
              required
            />
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
