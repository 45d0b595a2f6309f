import type { ShipmentLine, ShipmentPage as Parcel } from "~/domain/dispatch/read_models.ts";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId, Guard } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { Address } from "./address.tsx";
import { GoodsName, packs, ParcelStatus, Tracking } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

export type ShipmentPageProps = {
  shell: Shell;
  reading: Reading;
  parcel: Parcel;
  form: FormState;
  may: {
    deliver: boolean;
    fulfilment: boolean;
    order: boolean;
    /** `account.read`: a warehouse sees no amounts. */
    money: boolean;
  };
  /** A dealer confirms its own delivery in its own words. */
  isOwn: boolean;
};

/** One parcel: what it carries, where it is, who signed for it. */
export function ShipmentPage(props: ShipmentPageProps) {
  const { shell, parcel, may, form } = props;
  const { lang } = shell;
  const t = dispatchWords(lang);
  const { number, deliveredAt, dealer, node } = parcel;
  return (
    <Page {...shell} title={number}>
      <Head
        title={number}
        back={{ href: paths.shipments(), label: t.shipment.title }}
        status={<ParcelStatus deliveredAt={deliveredAt} lang={lang} />}
        sub={
          <>
            {named(node, lang)} → {named(dealer, lang)}
          </>
        }
      />
      {form.general && <Message tone="bad" fact={form.general} alert />}
      <Duo aside={<Aside {...props} />}>
        {may.deliver && deliveredAt === null && <Delivery {...props} />}
        <Sheet title={t.part.lines}>
          <Table
            caption={t.part.lines}
            kind="lines"
            columns={columns(props)}
            rows={parcel.lines}
            lang={lang}
          />
        </Sheet>
      </Duo>
    </Page>
  );
}

function Delivery({ shell, parcel, form, isOwn }: ShipmentPageProps) {
  const { lang } = shell;
  const t = dispatchWords(lang).shipment;
  const title = isOwn ? t.confirmOwn : t.deliver;
  return (
    <Sheet id="delivery" title={title}>
      <form method="post" action={paths.delivery(parcel.number)} class="in form">
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <Field
          {...fieldOf(form, "signedBy")}
          label={t.signedBy}
          hint={t.signedHint}
          maxlength={60}
          autocomplete="off"
          required
        />
        <Guard version={parcel.version} />
        <p class="acts">
          <button type="submit" class="b go">{title}</button>
        </p>
      </form>
    </Sheet>
  );
}

function columns({ shell: { lang }, parcel, may }: ShipmentPageProps): Column<ShipmentLine>[] {
  const t = dispatchWords(lang);
  const quantity: Column<ShipmentLine> = {
    head: t.paper.quantity,
    align: "end",
    card: may.money ? "qty" : "amt",
    cell: (line) => packs(line.quantity, line.units, line.baseUnit),
  };
  return [
    { head: t.part.name, card: "name", cell: (line) => <GoodsName goods={line} lang={lang} /> },
    { head: t.part.code, card: "pr", quiet: true, cell: ({ sku }) => sku },
    quantity,
    ...(may.money
      ? [{
        head: t.shipment.amount,
        align: "end" as const,
        card: "amt" as const,
        account: true,
        cell: ({ goodsMinor }: ShipmentLine) => (
          <Money minor={goodsMinor} currency={parcel.currency} />
        ),
      }]
      : []),
  ];
}

function Aside(props: ShipmentPageProps) {
  const { shell, parcel, may, reading } = props;
  const { lang } = shell;
  const t = dispatchWords(lang);
  const { order, fulfilment, shippedAt, shippedBy, deliveredAt, signedBy } = parcel;
  const link = (isLink: boolean, href: string, text: string) =>
    isLink ? <a href={href}>{text}</a> : text;
  return (
    <>
      {may.money && <Amounts {...props} />}
      <Sheet title={t.part.to}>
        <In>
          <Address dealer={parcel.dealer} to={parcel.to} lang={lang} />
          <p>
            <Tracking {...parcel} lang={lang} />
          </p>
        </In>
        <In>
          <Sum
            note
            lines={[
              {
                label: t.work.order,
                value: link(may.order, paths.order(order.number), order.number),
              },
              {
                label: t.shipment.fulfilment,
                value: link(may.fulfilment, paths.fulfilment(fulfilment), fulfilment),
              },
              {
                label: t.shipment.shippedAt,
                value: `${moment(shippedAt, reading)} ${may.fulfilment ? shippedBy : ""}`,
              },
              {
                label: t.shipment.deliveredAt,
                value: deliveredAt ? `${moment(deliveredAt, reading)} ${signedBy}` : "—",
              },
            ]}
          />
          {may.fulfilment && (
            <p class="note">
              <a href={paths.packingSlip(fulfilment, parcel.number)}>{t.part.packingSlip}</a>
            </p>
          )}
        </In>
      </Sheet>
    </>
  );
}

function Amounts({ shell: { lang }, parcel }: ShipmentPageProps) {
  const t = dispatchWords(lang).shipment;
  const { goodsMinor, freightMinor, taxMinor, currency } = parcel;
  return (
    <Sheet label={t.total}>
      <In>
        <Sum
          lines={[
            { label: t.goods, value: <Money minor={goodsMinor} currency={currency} /> },
            { label: t.freight, value: <Money minor={freightMinor} currency={currency} /> },
          ]}
          total={{
            label: t.total,
            value: <Money minor={goodsMinor + freightMinor} currency={currency} mark />,
          }}
          after={[{ label: t.tax, value: <Money minor={taxMinor} currency={currency} /> }]}
        />
      </In>
    </Sheet>
  );
}
