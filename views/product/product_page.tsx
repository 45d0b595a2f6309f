import type { Product } from "~/domain/product/product.ts";
import { mayBecome, type ProductState } from "~/domain/product/product_state.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { priceText, rateText } from "~/views/_kit/decimal.ts";
import { Guard } from "~/views/_kit/field.tsx";
import { History, type HistoryRow } from "~/views/_kit/history.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { count, quantity } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Pairs } from "~/views/_kit/rows.tsx";
import { Duo, Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Tag } from "~/views/_kit/status.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { ProductStatus } from "./product_parts.tsx";
import { productWords } from "./text.ts";

export type ProductPageProps = {
  shell: Shell;
  reading: Reading;
  /** Without its cost where that is hidden. */
  product: Product;
  version: number;
  category: { nameZh: string; nameEn: string };
  history: HistoryRow[];
  may: { edit: boolean; prices: boolean };
  /** What was just refused. */
  refused?: string;
};

export function ProductPage(props: ProductPageProps) {
  const { shell, reading, product, history, refused } = props;
  const { lang } = shell;
  const t = productWords(lang);
  const name = named(product, lang);
  return (
    <Page {...shell} title={name}>
      <Head
        title={name}
        back={{ href: paths.products(), label: t.title }}
        status={<ProductStatus state={product.state} lang={lang} />}
        actions={props.may.edit && <Actions {...props} />}
        sub={[product.code, product.specification, t.stateNote[product.state]].filter(Boolean)
          .join(" · ")}
      />
      {refused && <Message tone="bad" fact={refused} alert />}
      <Duo aside={<Aside {...props} />}>
        <Units product={product} lang={lang} />
        <History title={t.sections.history} rows={history} reading={reading} />
      </Duo>
    </Page>
  );
}

/** The usual next step is the one filled button; a finished product has only its edit. */
const nextStep: { [S in ProductState]?: ProductState } = { draft: "on_sale", withdrawn: "draft" };

function Actions({ shell, product, version }: ProductPageProps) {
  const { code, state } = product;
  const t = productWords(shell.lang);
  const main = nextStep[state];
  const others = mayBecome[state].filter((step) => step !== main).reverse();
  const edit = <a class={main ? "b" : "b go"} href={paths.productEdit(code)}>{t.edit}</a>;
  const steps = main ? [...others, main] : others;
  const forms = steps.map((step) => (
    <form method="post" action={paths.productState(code)}>
      <Guard version={version} />
      <input type="hidden" name="state" value={step} />
      <button type="submit" class={step === main ? "b go" : "b"}>{t.become[step]}</button>
    </form>
  ));
  return main ? <>{edit}{forms}</> : <>{forms}{edit}</>;
}

type Unit = Product["units"][number];

function Units({ product, lang }: { product: Product; lang: Shell["lang"] }) {
  const t = productWords(lang);
  const { baseUnit, salesUnit, weightGram } = product;
  const columns: Column<Unit>[] = [
    {
      head: t.unitName,
      cell: ({ code }) => (
        <>
          {code} {code === baseUnit && <Tag>{t.isBase}</Tag>}{" "}
          {code === salesUnit && <Tag>{t.isSales}</Tag>}
        </>
      ),
    },
    { head: t.factor(baseUnit), cell: ({ factor }) => count(factor), align: "end" },
    {
      head: `${t.fields.weightGram}/${t.gram}`,
      cell: ({ factor }) => count(factor * weightGram),
      align: "end",
    },
  ];
  return (
    <Sheet title={t.sections.units}>
      <Table
        caption={t.sections.units}
        kind="plain"
        columns={columns}
        rows={[...product.units]}
        lang={lang}
      />
    </Sheet>
  );
}

function Aside({ shell, product, category, may }: ProductPageProps) {
  const { lang } = shell;
  const t = productWords(lang);
  const { fields } = t;
  const { costE4 } = product;
  const facts = [
    { label: fields.categoryCode, value: named(category, lang) },
    { label: fields.brand, value: product.brand || t.none },
    { label: fields.barcode, value: product.barcode ?? t.none },
    { label: fields.taxRateBp, value: `${rateText(product.taxRateBp)}%` },
    {
      label: fields.weightGram,
      value: `${quantity(product.weightGram, t.gram)}${t.perBase(product.baseUnit)}`,
    },
  ];
  if (costE4 !== undefined) {
    const cost = costE4 === null
      ? t.none
      : `${priceText(costE4)} ${t.yuan} ${t.perBase(product.baseUnit)}`;
    facts.push({ label: fields.costE4, value: cost });
  }
  const attributes = Object.entries(product.attributes)
    .map(([label, value]) => ({ label, value }));
  return (
    <>
      <Sheet
        title={t.sections.what}
        aside={may.prices && <a href={paths.price({ sku: product.code })}>{t.seePrices}</a>}
      >
        <Pairs pairs={facts} />
      </Sheet>
      {attributes.length > 0 && (
        <Sheet title={t.sections.attributes}>
          <Pairs pairs={attributes} />
        </Sheet>
      )}
    </>
  );
}
