import { type Reading, When } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Facts } from "~/views/_kit/sum.tsx";
import { Table } from "~/views/_kit/table.tsx";
import { Change, type MovementRow } from "./movement_table.tsx";
import { inventoryWords } from "./text.ts";

export type DocumentRow = MovementRow & {
  sku: string;
  nameZh: string;
  nameEn: string;
  unit: string;
};

type Props = { shell: Shell; reading: Reading; lines: [DocumentRow, ...DocumentRow[]] };

/** A receipt, adjustment or count as it was posted. It is never changed; a mistake is a new one. */
export function DocumentPage({ shell, reading, lines }: Props) {
  const { lang } = shell;
  const t = inventoryWords(lang);
  const [{ document, kind, reason, at, who }] = lines;
  return (
    <Page {...shell} title={document}>
      <Head
        title={document}
        back={{ href: paths.stock(), label: t.title }}
        note={<span class="note">{t.kinds[kind]}</span>}
      />
      <Sheet label={document}>
        <In>
          <Facts
            facts={[
              { label: t.when, value: <When at={at} as="moment" reading={reading} /> },
              { label: t.who, value: who },
              { label: t.reason, value: reason || "—" },
            ]}
          />
        </In>
        <Table
          caption={t.entry.rows}
          columns={[
            {
              head: t.goods,
              card: "cu",
              cell: (row) => <a href={paths.skuStock(row.sku)}>{named(row, lang)}</a>,
            },
            { head: t.nodes.fields.code, card: "no", quiet: true, cell: ({ sku }) => sku },
            { head: t.node, card: "st", quiet: true, cell: ({ node }) => node },
            { head: t.unit, quiet: true, cell: ({ unit }) => unit },
            {
              head: t.change,
              align: "end",
              card: "am",
              cell: ({ quantity }) => <Change quantity={quantity} />,
            },
          ]}
          rows={lines}
          lang={lang}
        />
        <In>
          <p class="note">{t.lines(count(lines.length))}</p>
        </In>
      </Sheet>
    </Page>
  );
}
