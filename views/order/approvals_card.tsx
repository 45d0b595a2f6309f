import type { DetailApproval, OrderDetail } from "~/domain/order/read_models.ts";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import type { FormState } from "~/views/_kit/form_state.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { type Stage as Disc, Status } from "~/views/_kit/status.tsx";
import { ApprovalForm, Causes } from "./approval_form.tsx";
import { orderWords } from "./text.ts";

type Props = {
  detail: OrderDetail;
  /** It is this reader's turn to decide. */
  mayDecide: boolean;
  form?: FormState;
  reading: Reading;
};

const discs: Record<DetailApproval["state"], Disc> = {
  waiting: "p1",
  approved: "p4",
  rejected: "stop",
  void: "void",
};

/** The gates of an order, why each was asked and what was said; and the form for whose turn it is. */
export function ApprovalsCard({ detail, mayDecide, form, reading }: Props) {
  const { lang } = reading;
  const { order, approvals } = detail;
  if (approvals.length === 0) return null;
  const t = orderWords(lang).page.approval;
  return (
    <Sheet id="approval" title={mayDecide ? t.title : t.titleOf}>
      {approvals.map((approval) => <Gate approval={approval} reading={reading} />)}
      {mayDecide && (
        <ApprovalForm number={order.number} version={order.version} {...{ form, lang }} main />
      )}
    </Sheet>
  );
}

function Gate({ approval, reading }: { approval: DetailApproval; reading: Reading }) {
  const { lang } = reading;
  const { approval: t, steps } = orderWords(lang).page;
  const { gate, state, causes, askedAt, remindedAt, decidedAt, decidedBy, reason } = approval;
  const when = decidedAt
    ? `${moment(decidedAt, reading)} ${decidedBy ?? ""}`
    : remindedAt
    ? t.reminded(moment(remindedAt, reading))
    : t.asked(moment(askedAt, reading));
  return (
    <In>
      <p>
        <b>{steps[gate]}</b> <Status stage={discs[state]}>{t.state[state]}</Status>{" "}
        <span class="note">{when}</span>
      </p>
      <Causes causes={causes} lang={lang} />
      {reason && <p class="q">{reason}</p>}
    </In>
  );
}
