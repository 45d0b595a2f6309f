import { stageOf } from "~/domain/order/order.ts";
import type { OrderDetail } from "~/domain/order/read_models.ts";
import { takes } from "~/domain/order/transitions.ts";
import type { OrderDispatch } from "~/domain/dispatch/read_models.ts";
import type { OrderSettlement } from "~/domain/settlement/read_models.ts";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import { Confirm } from "~/views/_kit/dialog.tsx";
import type { FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, Stack } from "~/views/_kit/sheet.tsx";
import { isReleasable, ReleaseForm, ShipmentsCard } from "~/views/dispatch/shipments_card.tsx";
import { OrderMoneyCard } from "~/views/settlement/order_money_card.tsx";
import { RoutingCard } from "~/views/dispatch/routing_card.tsx";
import { ApprovalsCard } from "./approvals_card.tsx";
import { cancelConfirm } from "./cancellation.tsx";
import { DeliveryCard, LogCard, MoneyCard } from "./fact_cards.tsx";
import { LinesCard } from "./lines_card.tsx";
import { channelOf } from "./order_columns.tsx";
import { OrderStage } from "./stage.tsx";
import { OrderSteps } from "./order_steps.tsx";
import { orderWords } from "./text.ts";

export type OrderMay = {
  decide: boolean;
  cancel: boolean;
  reorder: boolean;
  partner: boolean;
  phone: boolean;
  routing: boolean;
  override: boolean;
  release: boolean;
  fulfilment: boolean;
  receipt: boolean;
};

type Props = {
  shell: Shell;
  detail: OrderDetail;
  dispatch: OrderDispatch;
  /** Absent for whoever may not see accounts. */
  settlement: OrderSettlement | null;
  may: OrderMay;
  reading: Reading;
  /** The line whose price is explained. */
  open: number | null;
  /** The decision as it was typed, when it comes back. */
  form?: FormState;
  notice?: string;
};

/** State and next action in the head, then the way it travels, the lines, why, the money, the log. */
export function OrderPage(props: Props) {
  const { shell, detail, dispatch, settlement, may, reading, open, form, notice } = props;
  const { number } = detail.order;
  return (
    <Page {...shell} title={number}>
      <OrderHead {...props} />
      <Stack>
        {notice && <Message tone="bad" fact={notice} alert />}
        <OrderSteps detail={detail} reading={reading} />
        <Duo
          aside={
            <>
              <MoneyCard detail={detail} reading={reading} />
              {settlement && <OrderMoneyCard {...{ settlement, may, reading }} />}
              <DeliveryCard detail={detail} showPhone={may.phone} reading={reading} />
              <LogCard detail={detail} reading={reading} />
            </>
          }
        >
          <ApprovalsCard {...{ detail, form, reading }} mayDecide={may.decide} />
          <LinesCard {...{ detail, open, reading }} />
          {dispatch.parts.length > 0 && (
            <ShipmentsCard
              {...{ dispatch, reading }}
              may={{ fulfilment: may.fulfilment, release: false }}
            />
          )}
          {may.routing && dispatch.decisions.length > 0 && (
            <RoutingCard {...{ dispatch, reading }} may={{ override: may.override }} />
          )}
        </Duo>
      </Stack>
      {isCancellable(detail, may) && (
        <Confirm id="cancel" {...cancelConfirm(detail, reading.lang)} />
      )}
    </Page>
  );
}

function isCancellable({ order }: OrderDetail, may: OrderMay): boolean {
  return may.cancel && takes("cancel", stageOf(order));
}

function OrderHead({ detail, dispatch, may, reading, shell }: Props) {
  const { lang } = reading;
  const t = orderWords(lang).page;
  const { order } = detail;
  const stage = stageOf(order);
  const isRest = stage === "part_shipped";
  const waitsFor = shell.side === "dealer" ? t.waitsForUs : t.waitsFor;
  const note = order.awaiting && <span class="note">{waitsFor[order.awaiting]}</span>;
  // Whoever has to decide has one thing to do here, and that is not another order.
  const isMain = shell.side === "dealer" && !may.decide;
  return (
    <Head
      title={order.number}
      back={{ href: paths.orders(), label: t.back }}
      status={<OrderStage stage={stage} lang={lang} />}
      note={note}
      actions={
        <>
          {isCancellable(detail, may) && (
            <a class="b" href={paths.orderCancellation(order.number)} data-dialog="cancel">
              {isRest ? t.cancel.openRest : t.cancel.open}
            </a>
          )}
          {may.reorder && (
            <form method="post" action={paths.orderReorder(order.number)}>
              <button type="submit" class={isMain ? "b go" : "b"}>{t.again}</button>
            </form>
          )}
          {may.release && isReleasable(dispatch) && (
            <ReleaseForm dispatch={dispatch} main lang={lang} />
          )}
        </>
      }
      sub={<Sub detail={detail} may={may} reading={reading} />}
    />
  );
}

/** Whose it is, who placed it, and until when the stock is held. */
function Sub({ detail, may, reading }: Pick<Props, "detail" | "may" | "reading">) {
  const { lang } = reading;
  const { page: t } = orderWords(lang);
  const { dealer, order, channel, onBehalf, placedBy, reservedUntil } = detail;
  const name = named(dealer, lang);
  const [comma, stop, gap] = lang === "zh" ? ["，", "。", ""] : [", ", ".", " "];
  const isHeld = reservedUntil !== null && reservedUntil > reading.now;
  const through = onBehalf ? t.onBehalfThrough : t.placedThrough;
  const by = onBehalf && channel === "staff"
    ? t.onBehalf(placedBy)
    : through(channelOf(detail, reading), placedBy);
  return (
    <>
      {may.partner ? <a href={paths.partner(dealer.code)}>{name}</a> : name}
      {`${comma}${by}${comma}${moment(order.submittedAt, reading)}${stop}${gap}`}
      {order.awaiting &&
        (isHeld ? t.reservedUntil(moment(reservedUntil, reading)) : t.reservationGone)}
    </>
  );
}
