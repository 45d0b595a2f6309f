import type { Category } from "~/domain/product/category.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import type { Column } from "~/views/_kit/table.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Indented, inTreeOrder } from "~/views/_kit/tree.tsx";
import { TreeFormPage, type TreeFormProps } from "~/views/_kit/tree_form.tsx";
import { productWords } from "./text.ts";

export type CategoryLine = Category & { products: number };

type ListProps = {
  shell: Shell;
  rows: CategoryLine[];
  may: { edit: boolean };
};

export function CategoryListPage({ shell, rows, may }: ListProps) {
  const { category: t, title } = productWords(shell.lang);
  return (
    <ListPage
      shell={shell}
      title={t.title}
      head={{
        back: { href: paths.products(), label: title },
        oneAction: true,
        actions: may.edit && <a class="b go" href={paths.newCategory()}>{t.new}</a>,
      }}
      columns={columns(shell, may)}
      rows={inTreeOrder(rows)}
      note={t.count(count(rows.length))}
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

type Line = CategoryLine & { depth: number };

function columns({ lang }: Shell, may: { edit: boolean }): Column<Line>[] {
  const t = productWords(lang);
  return [
    {
      head: t.category.name,
      cell: (row) => <Indented depth={row.depth}>{named(row, lang)}</Indented>,
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

export function CategoryFormPage(props: TreeFormProps) {
  const { category: t, fields, hints, editTitle } = productWords(props.shell.lang);
  return (
    <TreeFormPage
      {...props}
      fields={{ code: fields.code, nameZh: t.nameZh, nameEn: t.nameEn }}
      hints={{ nameEn: hints.nameEn }}
      words={{ ...t, edit: editTitle, parent: fields.parentCode }}
      list={{ href: paths.categories(), label: t.title }}
      at={paths.category}
    />
  );
}
