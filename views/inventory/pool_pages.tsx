import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { inventoryWords } from "./text.ts";

export type PoolListRow = { code: string; nameZh: string; nameEn: string; nodes: number };

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
    {
      head: t.nodes,
      align: "end",
      card: "am",
      cell: ({ code, nodes }) => <a href={paths.nodes({ pool: code })}>{count(nodes)}</a>,
    },
  ];
}

type PoolFormProps = {
  shell: Shell;
  form: FormState;
  pool?: { code: string; name: string; version: number; stale?: boolean };
};

export function PoolFormPage({ shell, form, pool }: PoolFormProps) {
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
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
