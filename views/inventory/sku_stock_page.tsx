import type { StockRow } from "~/domain/inventory/read_models.ts";
import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count, Quantity } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { Availability } from "./availability.tsx";
import { movementColumns, type MovementRow } from "./movement_table.tsx";
import { inventoryWords } from "./text.ts";

type PlaceRow = { code: string; nameZh: string; nameEn: string; onHand: number };
export type PoolRow = PlaceRow & { reserved: number; available: number };
export type NodeRow = PlaceRow & { pool: string | null; pinned: number };
export type HolderRow = {
  orderId: string;
  number: string;
  dealerZh: string;
  dealerEn: string;
  pool: string;
  quantity: number;
  expiresAt: string | null;
};

export type SkuStockPageProps = {
  shell: Shell;
  reading: Reading;
  sku: StockRow;
  pools: PoolRow[];
  nodes: NodeRow[];
  /** Absent: the reader has no right to see orders. */
  holders?: HolderRow[];
  movements: MovementRow[];
  newer?: string;
  older?: string;
  isDealer: boolean;
  /** Of nodes, not of pools: what is reserved is what is pinned there. */
  byNode: boolean;
  mayPost: boolean;
  mayExport: boolean;
};

export function SkuStockPage(props: SkuStockPageProps) {
  const { shell, reading, sku, isDealer, mayPost, mayExport } = props;
  const t = inventoryWords(shell.lang);
  const name = named(sku, shell.lang);
  return (
    <Page {...shell} title={name}>
      <Head
        title={name}
        back={{ href: paths.stock(), label: t.title }}
        note={<span class="note">{t.asOf(moment(reading.now, reading))}</span>}
        actions={
          <>
            {mayExport && <a class="b" href={paths.movementExport(sku.code)}>{t.export}</a>}
            {mayPost && <a class="b go" href={paths.stockEntry({ sku: sku.code })}>{t.enter}</a>}
          </>
        }
        sub={[sku.code, sku.specification, sku.unit].filter(Boolean).join(" · ")}
      />
      {isDealer ? <Promise {...props} /> : <Everything {...props} />}
    </Page>
  );
}

function Promise({ shell, sku }: SkuStockPageProps) {
  const t = inventoryWords(shell.lang);
  return (
    <Sheet title={t.available}>
      <In>
        <p class="big">
          <Availability quantity={sku.available} unit={sku.unit} withUnit lang={shell.lang} />
        </p>
      </In>
    </Sheet>
  );
}

function Everything(props: SkuStockPageProps) {
  const { shell, nodes, movements, newer, older } = props;
  const { lang } = shell;
  const t = inventoryWords(lang);
  return (
    <Stack>
      <Duo aside={<Aside {...props} />}>
        <Sheet title={t.byNode} aside={t.words.perNode}>
          {nodes.length === 0
            ? (
              <In>
                <p class="q">{t.noEntries}</p>
              </In>
            )
            : <Table caption={t.byNode} columns={nodeColumns(props)} rows={nodes} lang={lang} />}
        </Sheet>
        {props.holders && <Holders {...props} holders={props.holders} />}
      </Duo>
      <Sheet id="ledger" title={t.ledger} aside={t.ledgerNote}>
        {movements.length === 0
          ? (
            <In>
              <p class="q">{t.noEntries}</p>
            </In>
          )
          : (
            <>
              <Table
                caption={t.ledger}
                columns={movementColumns(props.reading, namesOf(nodes, lang))}
                rows={movements}
                lang={lang}
              />
              <Pager note={t.lines(count(movements.length))} {...{ newer, older, lang }} />
            </>
          )}
      </Sheet>
    </Stack>
  );
}

function Aside({ shell, sku, pools, byNode }: SkuStockPageProps) {
  const { lang } = shell;
  const t = inventoryWords(lang);
  return (
    <>
      <Sheet title={t.total} aside={sku.unit}>
        <In>
          <Sum
            lines={[
              { label: t.onHand, value: count(sku.onHand) },
              { label: byNode ? t.pinned : t.reserved, value: count(-sku.reserved) },
              { label: t.inTransit, value: "—" },
            ]}
            total={{ label: byNode ? t.free : t.available, value: count(sku.available) }}
          />
          <p class="note">{byNode ? t.words.ofNodes : t.words.onHand}</p>
        </In>
      </Sheet>
      {pools.length > 0 && (
        <Sheet title={t.byPool}>
          <Table
            caption={t.byPool}
            kind="plain"
            columns={[
              { head: t.pool, cell: (row) => named(row, lang) },
              { head: t.reserved, align: "end", cell: ({ reserved }) => count(reserved) },
              { head: t.available, align: "end", cell: ({ available }) => count(available) },
            ]}
            rows={pools}
            lang={lang}
          />
        </Sheet>
      )}
    </>
  );
}

/** A place by its name; by its code where the reader may not see it. */
const namesOf = (places: PlaceRow[], lang: Lang) => {
  const names = new Map(places.map((place) => [place.code, named(place, lang)]));
  return (code: string) => names.get(code) ?? code;
};

function nodeColumns({ shell, pools }: SkuStockPageProps): Column<NodeRow>[] {
  const { lang } = shell;
  const t = inventoryWords(lang);
  const poolName = namesOf(pools, lang);
  return [
    {
      head: t.node,
      card: "cu",
      cell: (row) => <a href={paths.node(row.code)}>{named(row, lang)}</a>,
    },
    { head: t.nodes.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    { head: t.pool, quiet: true, cell: ({ pool }) => pool ? poolName(pool) : t.noPool },
    { head: t.onHand, align: "end", card: "am", cell: ({ onHand }) => count(onHand) },
    {
      head: t.pinned,
      align: "end",
      card: "st",
      cell: ({ pinned }) => (
        <>
          <span class="thin">{`${t.pinned} `}</span>
          {count(pinned)}
        </>
      ),
    },
    { head: t.free, align: "end", cell: ({ onHand, pinned }) => count(onHand - pinned) },
  ];
}

function Holders(props: SkuStockPageProps & { holders: HolderRow[] }) {
  const { shell, reading, holders, pools } = props;
  const { lang } = shell;
  const poolName = namesOf(pools, lang);
  const t = inventoryWords(lang);
  const columns: Column<HolderRow>[] = [
    {
      head: t.order,
      card: "no",
      cell: ({ number }) => <a href={paths.order(number)}>{number}</a>,
    },
    {
      head: t.dealer,
      card: "cu",
      cell: ({ dealerZh, dealerEn }) => lang === "zh" ? dealerZh : dealerEn,
    },
    { head: t.pool, quiet: true, drop: true, cell: ({ pool }) => poolName(pool) },
    {
      head: t.until,
      card: "st",
      quiet: true,
      cell: ({ expiresAt }) =>
        expiresAt === null ? t.noEnd : <When at={expiresAt} as="moment" reading={reading} />,
    },
    {
      head: t.quantity,
      align: "end",
      card: "am",
      cell: ({ quantity }) => <Quantity value={quantity} />,
    },
  ];
  return (
    <Sheet title={t.holders} aside={t.holdersNote}>
      {holders.length === 0
        ? (
          <In>
            <p class="q">{t.nobody}</p>
          </In>
        )
        : <Table caption={t.holders} columns={columns} rows={holders} lang={lang} />}
    </Sheet>
  );
}
