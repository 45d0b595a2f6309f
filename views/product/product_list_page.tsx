import { type ProductState, productStates } from "~/domain/product/product_state.ts";
import type { Option } from "~/views/_kit/field.tsx";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { cappedCount, count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { nameOf, ProductStatus } from "./product_parts.tsx";
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
  const { shell, rows, filter, total, newer, older } = props;
  const { lang } = shell;
  const t = productWords(lang);
  const isFiltered = Object.values(filter).some((value) => value);
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} actions={<Actions {...props} />} />
      <Sheet label={t.title}>
        <Tabs views={views(props)} lang={lang} />
        <ListFilters {...props} />
        {rows.length > 0 && (
          <>
            <Table caption={t.title} columns={columns(shell)} rows={rows} lang={lang} />
            <Pager
              note={t.count(cappedCount(total))}
              newer={newer}
              older={older}
              byCode
              lang={lang}
            />
          </>
        )}
        {rows.length === 0 && (isFiltered ? <Filtered {...props} /> : <Nothing {...props} />)}
      </Sheet>
    </Page>
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

function ListFilters(props: Props) {
  const { shell, filter } = props;
  const { lang } = shell;
  const t = productWords(lang);
  return (
    <Filters
      action={paths.products()}
      keep={{ state: filter.state }}
      search={{ label: t.find, placeholder: t.find, value: filter.q }}
      filters={chips(props)}
      density={<Density here={shell.here} rows={shell.rows} lang={lang} />}
      lang={lang}
    />
  );
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
      head: t.fields.nameZh,
      cell: (row) => (
        <>
          {nameOf(row, lang)} <span class="q">{row.specification}</span>
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

function Filtered(props: Props) {
  const { shell, filter } = props;
  const t = productWords(shell.lang);
  const k = kitWords(shell.lang);
  const named = chips(props).filter(({ value }) => value).map(({ label, value, options }) =>
    `${label} ${options?.find((option) => option.value === value)?.label ?? value}`
  );
  if (filter.state) named.unshift(t.states[filter.state]);
  if (filter.q) named.push(`“${filter.q}”`);
  return (
    <FilteredEmpty filters={named.join(k.comma)} clearHref={paths.products()} lang={shell.lang} />
  );
}

function Nothing({ shell, may }: Props) {
  const t = productWords(shell.lang);
  return (
    <VoidState
      title={t.emptyTitle}
      actions={may.edit && <a class="b" href={paths.newProduct()}>{t.new}</a>}
    >
      {t.emptyWhy}
    </VoidState>
  );
}
