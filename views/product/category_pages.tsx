import type { Category } from "~/domain/product/category.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeForm, type TreeRecordProps } from "~/views/_kit/tree_record.tsx";
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
      head: t.category.name,
      cell: (row) => <Indented depth={row.depth}>{nameOf(row, lang)}</Indented>,
      card: "cu",
    },
    {
      head: t.fields.code,
      cell: (row) => may.edit ? <a href={paths.category(row.code)}>{row.code}</a> : row.code,
      card: "no",
    },
    {
      head: t.category.products,
      cell: (row) => <Products row={row} label={t.category.see} />,
      align: "end",
      card: "am",
    },
  ];
}

/** How many there are leads to them; a branch that holds none itself leads nowhere. */
function Products({ row: { code, products }, label }: { row: CategoryLine; label: string }) {
  if (products === 0) return <>—</>;
  return (
    <a href={paths.products({ category: code })} aria-label={`${label} ${count(products)}`}>
      {count(products)}
    </a>
  );
}

export function CategoryFormPage(props: TreeRecordProps) {
  const { shell, existing } = props;
  const t = productWords(shell.lang);
  const { category, fields, hints } = t;
  return (
    <TreeForm
      {...props}
      title={existing ? t.editTitle(existing.code) : category.new}
      back={{ href: paths.categories(), label: category.title }}
      action={{ create: paths.categories(), existing: paths.category }}
      submit={existing ? category.save : category.create}
      labels={{
        code: fields.code,
        nameZh: category.nameZh,
        nameEn: category.nameEn,
        nameEnHint: hints.nameEn,
        parent: fields.parentCode,
        root: category.root,
      }}
    />
  );
}
