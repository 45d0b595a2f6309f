import { type Reading, When } from "./date.tsx";
import { Sheet } from "./sheet.tsx";
import { type Column, Table } from "./table.tsx";
import { kitWords } from "./text.ts";

/** One changed field of one act; the values are words already. */
export interface HistoryRow {
  at: string;
  who: string;
  field: string;
  /** Absent where the record began. */
  values: { before: string; after: string } | null;
}

interface HistoryProps {
  title: string;
  rows: HistoryRow[];
  reading: Reading;
}

/** Who changed what, from what to what, newest first. */
export function History({ title, rows, reading }: HistoryProps) {
  if (rows.length === 0) return null;
  const t = kitWords(reading.lang).history;
  const columns: Column<HistoryRow>[] = [
    { head: t.what, cell: (row) => row.field, card: "cu" },
    {
      head: t.before,
      cell: ({ values }) => values ? values.before || t.nothing : "",
      quiet: true,
      card: "mo",
    },
    { head: t.after, cell: ({ values }) => values ? values.after || t.nothing : "", card: "am" },
    { head: t.who, cell: (row) => row.who, card: "no" },
    {
      head: t.when,
      cell: (row) => <When at={row.at} as="moment" reading={reading} />,
      card: "st",
      align: "end",
      quiet: true,
    },
  ];
  return (
    <Sheet title={title}>
      <Table caption={title} columns={columns} rows={rows} lang={reading.lang} />
    </Sheet>
  );
}
