import { type Reading, When } from "~/views/_kit/date.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { Column } from "~/views/_kit/table.tsx";
import { inventoryWords } from "./text.ts";

export type MovementRow = {
  id: number;
  at: string;
  kind: "receipt" | "adjustment" | "count" | "shipment";
  reason: string;
  document: string;
  node: string;
  quantity: number;
  who: string;
};

/** What came and went: gains carry a plus, losses are red. */
export function movementColumns(
  reading: Reading,
  nodeName: (code: string) => string,
): Column<MovementRow>[] {
  const t = inventoryWords(reading.lang);
  return [
    {
      head: t.when,
      quiet: true,
      cell: ({ at }) => <When at={at} as="moment" reading={reading} />,
    },
    { head: t.document, card: "no", cell: (row) => <Document row={row} /> },
    { head: t.kind, card: "cu", cell: ({ kind }) => t.kinds[kind] },
    { head: t.node, quiet: true, cell: ({ node }) => nodeName(node) },
    { head: t.reason, quiet: true, drop: true, cell: ({ reason }) => reason },
    {
      head: t.who,
      card: "mo",
      quiet: true,
      cell: ({ at, who, node }) => (
        <>
          <span class="thin">
            <When at={at} as="moment" reading={reading} />
            {` · ${nodeName(node)} · `}
          </span>
          {who}
        </>
      ),
    },
    {
      head: t.change,
      align: "end",
      card: "am",
      cell: ({ quantity }) => <Change quantity={quantity} />,
    },
  ];
}

export function Change({ quantity }: { quantity: number }) {
  return quantity < 0 ? <span class="bad">{count(quantity)}</span> : <>{`+${count(quantity)}`}</>;
}

/** A shipment's document is opened from its order. */
function Document({ row: { document, kind } }: { row: MovementRow }) {
  return kind === "shipment"
    ? <>{document}</>
    : <a href={paths.stockDocument(document)}>{document}</a>;
}
