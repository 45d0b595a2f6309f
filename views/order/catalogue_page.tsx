import type { Names } from "~/domain/order/read_models.ts";
import { Blank } from "~/views/_kit/choice.tsx";
import { ErrorSummary, Guard } from "~/views/_kit/field.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { catalogueWords } from "./catalogue_text.ts";
import { padWords } from "./pad_text.ts";
import { priceText } from "./price_words.ts";

export type CatalogueRow = Names & {
  index: number;
  code: string;
  specification: string;
  unit: string;
  /** Null: this dealer has none. */
  priceE4: number | null;
  /** In the unit it is sold in. */
  available: number;
  /** As it was typed, and what is wrong with it. */
  typed: string;
  error?: string;
};

export type CatalogueAsked = {
  q?: string;
  category?: string;
  /** Whom staff orders for. */
  dealer?: string;
  after?: string;
  before?: string;
};

type Props = {
  shell: Shell;
  dealer: Names & { currency: string };
  onBehalf: boolean;
  asked: CatalogueAsked;
  categories: { code: string; name: string; level: number }[];
  rows: CatalogueRow[];
  previous: string | null;
  next: string | null;
  notice?: { tone: "ok" | "bad"; words: string };
  added: number | null;
};

/** Browse, write quantities beside what is wanted, and put them all on the order at once. */
export function CataloguePage(props: Props) {
  const { shell, dealer, onBehalf, asked, rows, notice, added } = props;
  const { lang } = shell;
  const t = catalogueWords(lang);
  const title = onBehalf ? t.titleFor(named(dealer, lang)) : t.title;
  const pad = paths.orderPad({ dealer: asked.dealer });
  return (
    <Page {...shell} title={title}>
      <Head title={title} actions={<a class="b" href={pad}>{t.toPad}</a>} oneAction />
      <Sheet label={title}>
        {notice && <Message tone={notice.tone} fact={notice.words} alert />}
        {added !== null && (
          <Message tone="ok" fact={t.added(added)}>
            <a href={pad}>{t.toPad}</a>
          </Message>
        )}
        <Search {...props} />
        {rows.length === 0 ? <Nothing {...props} /> : <Goods {...props} />}
      </Sheet>
    </Page>
  );
}

function Search({ shell, asked, categories }: Props) {
  const t = catalogueWords(shell.lang);
  return (
    <Filters
      action={paths.catalogue()}
      keep={{ dealer: asked.dealer }}
      search={{ value: asked.q, label: t.findLabel, placeholder: t.find }}
      filters={[{
        name: "category",
        label: t.category,
        value: asked.category,
        options: categories.map(({ code, name, level }) => ({
          value: code,
          label: `${"　".repeat(level)}${name}`,
        })),
      }]}
      lang={shell.lang}
    />
  );
}

function Goods({ shell, asked, rows, previous, next, dealer }: Props) {
  const { lang } = shell;
  const t = catalogueWords(lang);
  const errors = rows.filter(({ error }) => error)
    .map(({ index, code, error }) => ({ id: `quantity-${index}`, text: `${code} ${error}` }));
  const to = (page: { after?: string; before?: string }) =>
    paths.catalogue({ ...asked, after: undefined, before: undefined, ...page });
  return (
    <>
      <form method="post" action={paths.catalogue()}>
        <ErrorSummary errors={errors} lang={lang} />
        <Guard />
        {Object.entries(asked).map(([name, value]) =>
          value && <input type="hidden" name={name} value={value} />
        )}
        <Table
          caption={t.title}
          columns={columns(lang, dealer.currency)}
          rows={rows}
          tone={({ error }) => error ? "err" : undefined}
          sub={({ index, error }) =>
            error && <span class="bad" id={`error-${index}`}>{error}</span>}
          lang={lang}
        />
        <p class="in cut acts keep">
          <button type="submit" class="b go">{t.add}</button>
        </p>
      </form>
      <Pager
        note={t.note}
        newer={previous === null ? undefined : to({ before: previous })}
        older={next === null ? undefined : to({ after: next })}
        byCode
        lang={lang}
      />
    </>
  );
}

function columns(lang: Lang, currency: string): Column<CatalogueRow>[] {
  const t = catalogueWords(lang);
  return [
    {
      head: t.heads.name,
      cell: (row) => (
        <>
          {named(row, lang)} <small class="q">{row.specification}</small>
        </>
      ),
      card: "cu",
    },
    { head: t.heads.code, cell: ({ code }) => code, quiet: true, card: "no" },
    {
      head: t.heads.price,
      cell: ({ priceE4, unit }) =>
        priceE4 === null ? <span class="q">{t.noPrice}</span> : (
          <>
            {priceText(priceE4, currency)}
            <span class="q">{t.per(unit)}</span>
          </>
        ),
      align: "end",
      card: "am",
    },
    { head: t.heads.stock, cell: (row) => stockWords(row, lang), card: "st" },
    {
      head: t.heads.quantity,
      cell: (row) => <Wish row={row} label={`${named(row, lang)} ${t.heads.quantity}`} />,
      align: "end",
      card: "mo",
    },
  ];
}

function stockWords({ available, priceE4 }: CatalogueRow, lang: Lang) {
  const t = padWords(lang);
  if (priceE4 === null) return "—";
  return available > 0 ? t.inStock(available) : <span class="warn">{t.noStock}</span>;
}

/** A blank beside what can be ordered; nothing where it cannot. */
function Wish({ row, label }: { row: CatalogueRow; label: string }) {
  const { index, code, unit, typed, error, priceE4 } = row;
  if (priceE4 === null) return <>—</>;
  return (
    <>
      <input type="hidden" name={`code.${index}`} value={code} />
      <Blank
        id={`quantity-${index}`}
        label={label}
        name={`quantity.${index}`}
        value={typed}
        placeholder={unit}
        size={5}
        number
        invalid={error !== undefined}
        describedBy={error && `error-${index}`}
      />
    </>
  );
}

function Nothing({ shell, asked, categories }: Props) {
  const { lang } = shell;
  const t = catalogueWords(lang);
  const category = categories.find(({ code }) => code === asked.category)?.name;
  const filters = [asked.q, category].filter(Boolean).join(kitWords(lang).comma);
  if (filters) {
    const clearHref = paths.catalogue({ dealer: asked.dealer });
    return <FilteredEmpty filters={filters} clearHref={clearHref} lang={lang} />;
  }
  return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
}
