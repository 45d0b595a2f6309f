import { type ProductState, productStates } from "~/domain/product/product_state.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { named } from "~/views/_kit/named.ts";
import { cappedCount, count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { ProductStatus } from "./product_parts.tsx";
import { productWords } from "./text.ts";

export type ProductLine = {
  code: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  brand: string;
  category: string;
  barcode: string | null;
  baseUnit: string;
  salesUnit: string;
  units: readonly { code: string; factor: number }[];
  state: ProductState;
};

export type ProductListFilter = {
  state?: ProductState;
  category?: string;
  brand?: string;
  q?: string;
};

type Props = {
  shell: Shell;
  rows: ProductLine[];
  filter: ProductListFilter;
  /** The states this person sees at all. */
  states: readonly ProductState[];
  categories: Option[];
  brands: readonly string[];
  total: number;
  newer?: string;
  older?: string;
  may: { edit: boolean; import: boolean; export: boolean };
};

export function ProductListPage(props: Props) {
  const { shell, filter, total, may } = props;
  const t = productWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ actions: <Actions {...props} /> }}
      views={views(props)}
      filters={{
        action: paths.products(),
        view: filter.state && t.states[filter.state],
        keep: { state: filter.state },
        search: { label: t.find, placeholder: t.find, value: filter.q },
        filters: chips(props),
        density: true,
      }}
      columns={columns(shell)}
      note={t.count(cappedCount(total))}
      byCode
      empty={{
        title: t.emptyTitle,
        why: t.emptyWhy,
        actions: may.edit && <a class="b" href={paths.newProduct()}>{t.new}</a>,
      }}
    />
  );
}

function Actions({ shell, filter, may }: Props) {
  const t = productWords(shell.lang);
  return (
    <>
      <a class="b" href={paths.categories()}>{t.category.title}</a>
      {may.export && <a class="b" href={paths.productExport(filter)}>{t.export}</a>}
      {may.import && <a class="b" href={paths.imports("products")}>{t.import}</a>}
      {may.edit && <a class="b go" href={paths.newProduct()}>{t.new}</a>}
    </>
  );
}

function views({ shell, filter, states }: Props) {
  const t = productWords(shell.lang);
  const { state: _state, ...rest } = filter;
  const all = { href: paths.products(rest), label: t.all, current: !filter.state };
  const each = productStates.filter((state) => states.includes(state)).map((state) => ({
    href: paths.products({ ...rest, state }),
    label: t.states[state],
    current: filter.state === state,
  }));
  return [all, ...each];
}

function chips({ shell, filter, categories, brands }: Props): Filter[] {
  const t = productWords(shell.lang);
  return [
    {
      name: "category",
      label: t.fields.categoryCode,
      value: filter.category,
      options: categories,
    },
    {
      name: "brand",
      label: t.fields.brand,
      value: filter.brand,
      options: brands.map((brand) => ({ value: brand, label: brand })),
    },
  ];
}

function columns({ lang }: Shell): Column<ProductLine>[] {
  const t = productWords(lang);
  return [
    {
      head: t.fields.code,
      cell: (row) => <a href={paths.product(row.code)}>{row.code}</a>,
      card: "no",
    },
    {
      head: t.fields.name,
      cell: (row) => (
        <>
          {named(row, lang)} <span class="q">{row.specification}</span>
        </>
      ),
      card: "cu",
    },
    { head: t.fields.categoryCode, cell: (row) => row.category, quiet: true },
    { head: t.fields.brand, cell: (row) => row.brand, quiet: true, drop: true },
    { head: t.fields.barcode, cell: (row) => row.barcode ?? "—", quiet: true, drop: true },
    { head: t.unitName, cell: (row) => unitsOf(row), card: "am" },
    {
      head: t.fields.state,
      cell: (row) => <ProductStatus state={row.state} lang={lang} />,
      card: "st",
    },
  ];
}

/** 箱 = 24 瓶 */
function unitsOf({ salesUnit, baseUnit, units }: ProductLine): string {
  const factor = units.find(({ code }) => code === salesUnit)?.factor ?? 1;
  return factor === 1 ? salesUnit : `${salesUnit} = ${count(factor)} ${baseUnit}`;
}
