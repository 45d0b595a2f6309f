import type { Category } from "~/domain/product/category.ts";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { nameOf } from "./product_parts.tsx";
import { productWords } from "./text.ts";

export type CategoryLine = Category & { products: number };

type ListProps = {
  shell: Shell;
  rows: CategoryLine[];
  may: { edit: boolean };
};

export function CategoryListPage({ shell, rows, may }: ListProps) {
  const { lang } = shell;
  const t = productWords(lang);
  return (
    <Page {...shell} title={t.category.title}>
      <Head
        title={t.category.title}
        back={{ href: paths.products(), label: t.title }}
        oneAction
        actions={may.edit && <a class="b go" href={paths.newCategory()}>{t.category.new}</a>}
      />
      <Sheet label={t.category.title}>
        {rows.length === 0
          ? <VoidState title={t.category.emptyTitle}>{t.category.emptyWhy}</VoidState>
          : (
            <>
              <Table
                caption={t.category.title}
                columns={columns(shell, may)}
                rows={inTreeOrder(rows)}
                lang={lang}
              />
              <Pager note={t.category.count(count(rows.length))} lang={lang} />
            </>
          )}
      </Sheet>
    </Page>
  );
}

type Line = CategoryLine & { depth: number };

function columns({ lang }: Shell, may: { edit: boolean }): Column<Line>[] {
  const t = productWords(lang);
  return [
    {
      head: t.category.nameZh,
      cell: (row) => <Indented depth={row.depth}>{nameOf(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.category(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
    { head: t.category.products, cell: (row) => count(row.products), align: "end", card: "am" },
    {
      head: "",
      cell: (row) => <a href={paths.products({ category: row.code })}>{t.category.see}</a>,
      align: "end",
      card: "st",
    },
  ];
}

type FormProps = {
  shell: Shell;
  form: FormState;
  existing?: { code: string; version: number };
  isStale?: boolean;
  parents: Option[];
};

export function CategoryFormPage({ shell, form, existing, isStale, parents }: FormProps) {
  const { lang } = shell;
  const t = productWords(lang);
  const title = existing ? t.editTitle(existing.code) : t.category.new;
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={{ href: paths.categories(), label: t.category.title }} />
      <RecordForm
        action={existing ? paths.category(existing.code) : paths.categories()}
        form={form}
        version={existing?.version}
        staleHref={isStale && existing ? paths.category(existing.code) : undefined}
        submit={existing ? t.category.save : t.category.create}
        lang={lang}
      >
        <Sheet label={title}>
          <div class="in set cols">
            <Field
              {...fieldOf(form, "code")}
              label={t.fields.code}
              maxlength={40}
              readonly={existing !== undefined}
              required
            />
            <Field {...fieldOf(form, "nameZh")} label={t.category.nameZh} required />
            <Field
              {...fieldOf(form, "nameEn")}
              label={t.category.nameEn}
              hint={t.hints.nameEn}
            />
            <Select
              {...fieldOf(form, "parentCode")}
              label={t.fields.parentCode}
              options={parents}
              empty={t.category.root}
            />
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
