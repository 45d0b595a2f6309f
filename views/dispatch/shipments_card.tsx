import type { OrderDispatch, OrderPart, OrderShipment } from "~/domain/dispatch/read_models.ts";
import { promise, type Reading, When } from "~/views/_kit/date.tsx";
import { Guard } from "~/views/_kit/field.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { ParcelStatus, PartStatus, Tracking } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

type Props = {
  dispatch: OrderDispatch;
  reading: Reading;
  may: {
    /** `fulfilment.read`: the parts are links. */
    fulfilment: boolean;
    /** `fulfilment.release`: shows the button, unless the page shows `<ReleaseForm>` itself. */
    release: boolean;
  };
  notice?: { tone: "ok" | "bad"; words: string };
};

/** The order's parts, one a node, and the parcels each has sent. Dealers see it too. */
export function ShipmentsCard({ dispatch, reading, may, notice }: Props) {
  const { lang } = reading;
  const t = dispatchWords(lang);
  const parts = dispatch.parts.filter(({ state, shippedUnits }) =>
    state !== "void" || shippedUnits > 0
  );
  return (
    <Sheet id="shipments" title={t.card.title}>
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      {parts.length === 0 && (
        <In>
          <p class="q">{t.card.none}</p>
        </In>
      )}
      {parts.length > 0 && (
        <ul class="docs in">
          {parts.map((part) => (
            <Part
              part={part}
              parcels={dispatch.shipments.filter(({ fulfilment }) => fulfilment === part.number)}
              isLink={may.fulfilment}
              reading={reading}
            />
          ))}
        </ul>
      )}
      {parts.length > 0 && dispatch.openUnits > 0 && (
        <In>
          <p class="warn">{t.card.open(dispatch.openUnits)}</p>
        </In>
      )}
      {may.release && isReleasable(dispatch) && (
        <div class="in cut">
          <ReleaseForm dispatch={dispatch} lang={lang} />
        </div>
      )}
    </Sheet>
  );
}

/** Something is routed and waits to be handed to its warehouse. */
export function isReleasable({ parts }: OrderDispatch): boolean {
  return parts.some(({ state }) => state === "planned");
}

type ReleaseProps = {
  dispatch: Pick<OrderDispatch, "number" | "version">;
  /** The one filled button of the page. */
  main?: boolean;
  /** Where to go afterwards; the order's page when absent. */
  back?: string;
  lang: Lang;
};

export function ReleaseForm({ dispatch: { number, version }, main, back, lang }: ReleaseProps) {
  const t = dispatchWords(lang).part;
  return (
    <form method="post" action={paths.orderRelease(number)}>
      <Guard version={version} />
      {back && <input type="hidden" name="back" value={back} />}
      <button type="submit" class={main ? "b go" : "b w"}>{t.release}</button>
      {!main && <p class="note">{t.releaseWhy}</p>}
    </form>
  );
}

type PartProps = {
  part: OrderPart;
  parcels: OrderShipment[];
  isLink: boolean;
  reading: Reading;
};

function Part({ part, parcels, isLink, reading }: PartProps) {
  const { lang } = reading;
  const { number, node, state, units, shippedUnits, promisedOn } = part;
  const t = dispatchWords(lang);
  const partly = shippedUnits > 0 && shippedUnits < units;
  return (
    <>
      <li>
        <span>
          <b>{named(node, lang)}</b>{" "}
          {isLink
            ? <a href={paths.fulfilment(number)}>{number}</a>
            : <span class="q">{number}</span>}
          <br />
          <small class="q">
            {partly ? t.part.shippedOf(shippedUnits, units) : t.units(units)}
            {promisedOn && state !== "shipped" && (
              <>
                {kitWords(lang).comma}
                {t.part.promisedOn(promise(promisedOn, reading))}
              </>
            )}
          </small>
        </span>
        <PartStatus state={state} lang={lang} />
      </li>
      {parcels.map((parcel) => <Parcel parcel={parcel} reading={reading} />)}
    </>
  );
}

function Parcel({ parcel, reading }: { parcel: OrderShipment; reading: Reading }) {
  const { lang } = reading;
  const t = dispatchWords(lang);
  const { number, units, shippedAt, deliveredAt, signedBy } = parcel;
  return (
    <li>
      <span>
        <a href={paths.shipment(number)}>{number}</a> <span class="q">{t.units(units)}</span>
        <br />
        <Tracking {...parcel} lang={lang} />
        <br />
        <small class="q">
          {deliveredAt
            ? (
              <>
                <When at={deliveredAt} as="moment" reading={reading} /> {signedBy}
              </>
            )
            : (
              <>
                <When at={shippedAt} as="moment" reading={reading} /> {t.shipment.shippedAt}
              </>
            )}
        </small>
      </span>
      <ParcelStatus deliveredAt={deliveredAt} lang={lang} />
    </li>
  );
}
