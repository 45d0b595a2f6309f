import type { Child } from "hono/jsx";
import type { FulfilmentPage as Part, PickLine } from "~/domain/dispatch/read_models.ts";
import { promise, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Facts } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Address } from "./address.tsx";
import { Barcode } from "./barcode.tsx";
import { GoodsName, packs, Tracking } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

type PaperProps = { shell: Shell; reading: Reading; part: Part };

/** What one person walks through the warehouse with. */
export function PickListPage({ shell, reading, part }: PaperProps) {
  const { lang } = shell;
  const t = dispatchWords(lang);
  const left = part.lines.filter((line) => line.left > 0);
  const lines = left.length > 0 ? left : part.lines;
  const quantityOf = (line: PickLine) => left.length > 0 ? line.left : line.quantity;
  return (
    <Paper title={t.part.pickList} {...{ shell, part }}>
      <In>
        <Facts
          facts={[
            { label: t.part.from, value: named(part.node, lang) },
            { label: t.part.to, value: `${named(part.dealer, lang)} ${part.to.city}` },
            {
              label: t.part.promised,
              value: part.promisedOn ? promise(part.promisedOn, reading) : "—",
            },
            { label: t.part.orderNumber, value: part.order.number },
            ...(part.carrier ? [{ label: t.part.carrier, value: named(part.carrier, lang) }] : []),
          ]}
        />
        {part.order.note && <p>{`${t.part.note}: ${part.order.note}`}</p>}
      </In>
      <Table
        caption={t.part.pickList}
        kind="plain"
        columns={[
          { head: t.paper.picked, cell: () => <span class="tickbox"></span> },
          ...goods(lang),
          ...amounts(lang, quantityOf),
        ]}
        rows={lines}
        lang={lang}
      />
      <Signatures labels={[t.paper.picker, t.paper.checker, t.paper.date]} />
    </Paper>
  );
}

/** What lies in the parcel and is signed at the door: of one shipment, or of all that goes. */
export function PackingSlipPage(
  { shell, reading, part, shipment }: PaperProps & { shipment?: string },
) {
  const { lang } = shell;
  const t = dispatchWords(lang);
  const parcel = part.shipments.find(({ number }) => number === shipment);
  const packed = parcel && new Map(parcel.lines.map((line) => [line.lineNo, line.quantity]));
  const quantityOf = (line: PickLine) => packed ? packed.get(line.lineNo) ?? 0 : line.quantity;
  const lines = part.lines.filter((line) => quantityOf(line) > 0);
  const total = lines.reduce((sum, line) => sum + quantityOf(line), 0);
  return (
    <Paper title={t.part.packingSlip} number={parcel?.number} {...{ shell, part }}>
      <div class="in stack">
        <Address dealer={part.dealer} to={part.to} lang={lang} />
        <Facts
          facts={[
            { label: t.paper.from, value: named(part.organisation, lang) },
            { label: t.part.orderNumber, value: part.order.number },
            {
              label: t.part.promised,
              value: part.promisedOn ? promise(part.promisedOn, reading) : "—",
            },
            ...(parcel
              ? [{ label: t.paper.carrier, value: <Tracking {...parcel} lang={lang} /> }]
              : []),
          ]}
        />
        {part.order.note && <p>{`${t.part.note}: ${part.order.note}`}</p>}
      </div>
      <Table
        caption={t.part.packingSlip}
        kind="plain"
        columns={[...goods(lang), ...amounts(lang, quantityOf)]}
        rows={lines}
        lang={lang}
      />
      <In>
        <p class="n">
          <b>{`${t.paper.total} ${t.part.lineCount(lines.length, total)}`}</b>
        </p>
      </In>
      <Signatures labels={[t.paper.receiver, t.paper.date]} />
    </Paper>
  );
}

type FrameProps = { shell: Shell; part: Part; title: string; number?: string; children: Child };

/** A paper on a page of its own: on the screen with a way back, printed without. */
function Paper({ shell, part, title, number = part.number, children }: FrameProps) {
  const t = dispatchWords(shell.lang).paper;
  return (
    <Page {...shell} title={`${title} ${number}`}>
      <Head
        title={`${title} ${number}`}
        actions={
          <>
            <span class="note">{t.print}</span>
            <a class="b" href={paths.fulfilment(part.number)}>{t.back}</a>
          </>
        }
      />
      <Sheet label={title}>
        <In>
          <Barcode text={part.number} />
        </In>
        {children}
      </Sheet>
    </Page>
  );
}

function goods(lang: Shell["lang"]): Column<PickLine>[] {
  const t = dispatchWords(lang).part;
  return [
    { head: t.code, cell: ({ sku }) => <span class="nw">{sku}</span> },
    { head: t.name, cell: (line) => <GoodsName goods={line} lang={lang} /> },
  ];
}

function amounts(
  lang: Shell["lang"],
  quantityOf: (line: PickLine) => number,
): Column<PickLine>[] {
  const t = dispatchWords(lang).paper;
  return [
    {
      head: t.quantity,
      align: "end",
      cell: (line) => <b>{packs(quantityOf(line), line.units, line.baseUnit)}</b>,
    },
    {
      head: t.base,
      align: "end",
      drop: true,
      quiet: true,
      cell: (line) => `${count(quantityOf(line))} ${line.baseUnit}`,
    },
  ];
}

function Signatures({ labels }: { labels: string[] }) {
  return (
    <div class="in cut signatures">
      {labels.map((label) => <p>{label}</p>)}
    </div>
  );
}
