import type { FulfilmentPage as Part, PartShipment } from "~/domain/dispatch/read_models.ts";
import { promise, type Reading, When } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import type { FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { Address } from "./address.tsx";
import { ParcelStatus, PartStatus, Tracking } from "./parts.tsx";
import { ShipForm } from "./ship_form.tsx";
import { ReleaseForm } from "./shipments_card.tsx";
import { dispatchWords } from "./text.ts";

export type FulfilmentPageProps = {
  shell: Shell;
  reading: Reading;
  part: Part;
  carriers: Option[];
  form: FormState;
  idempotencyKey: string;
  may: { ship: boolean; release: boolean; order: boolean; shipment: boolean };
  notice?: { tone: "ok" | "bad"; words: string };
};

/** One warehouse's part of an order: what to pick, to whom, and the parcel that takes it. */
export function FulfilmentPage(props: FulfilmentPageProps) {
  const { shell, part, may, notice, reading } = props;
  const { lang } = shell;
  const t = dispatchWords(lang);
  const { number, state, dealer, node, promisedOn, order } = part;
  return (
    <Page {...shell} title={number}>
      <Head
        title={number}
        back={{ href: paths.work(), label: t.work.title }}
        status={<PartStatus state={state} lang={lang} />}
        actions={
          <>
            <a class="b" href={paths.pickList(number)}>{t.part.pickList}</a>
            <a class="b" href={paths.packingSlip(number)}>{t.part.packingSlip}</a>
            {may.release && state === "planned" && (
              <ReleaseForm
                dispatch={order}
                back={paths.fulfilment(number)}
                lang={lang}
                main
              />
            )}
          </>
        }
        sub={
          <>
            {named(node, lang)} → {named(dealer, lang)}
            {promisedOn &&
              `${kitWords(lang).comma}${t.part.promisedOn(promise(promisedOn, reading))}`}
          </>
        }
      />
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      <Duo aside={<Aside {...props} />}>
        <ShipForm {...props} />
      </Duo>
    </Page>
  );
}

function Aside({ shell, part, may, reading }: FulfilmentPageProps) {
  const { lang } = shell;
  const t = dispatchWords(lang);
  const { order, node, carrier, promisedOn, shipments } = part;
  const when = (day: string | null) => day ? promise(day, reading) : "—";
  return (
    <>
      <Sheet title={t.part.to}>
        <In>
          <Address dealer={part.dealer} to={part.to} lang={lang} />
        </In>
        <In>
          <Sum
            note
            lines={[
              {
                label: t.part.orderNumber,
                value: may.order
                  ? <a href={paths.order(order.number)}>{order.number}</a>
                  : order.number,
              },
              { label: t.part.from, value: named(node, lang) },
              { label: t.part.carrier, value: carrier ? named(carrier, lang) : "—" },
              { label: t.part.promised, value: when(promisedOn) },
              { label: t.part.requiredOn, value: when(order.requiredOn) },
            ]}
          />
          {order.note && <p class="note">{`${t.part.note}: ${order.note}`}</p>}
        </In>
      </Sheet>
      {shipments.length > 0 && (
        <Sheet title={t.part.parcels}>
          <ul class="docs in">
            {shipments.map((parcel) => (
              <Parcel
                parcel={parcel}
                part={part}
                isLink={may.shipment}
                reading={reading}
              />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

type ParcelProps = { parcel: PartShipment; part: Part; isLink: boolean; reading: Reading };

function Parcel({ parcel, part, isLink, reading }: ParcelProps) {
  const { lang } = reading;
  const t = dispatchWords(lang);
  const { number, lines, shippedAt, deliveredAt } = parcel;
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <li>
      <span>
        {isLink ? <a href={paths.shipment(number)}>{number}</a> : number}
        <br />
        <Tracking {...parcel} lang={lang} />
        <br />
        <small class="q">
          {t.units(units)} <When at={shippedAt} as="moment" reading={reading} />{" "}
          <a href={paths.packingSlip(part.number, number)}>{t.part.packingSlip}</a>
        </small>
      </span>
      <ParcelStatus deliveredAt={deliveredAt} lang={lang} />
    </li>
  );
}
