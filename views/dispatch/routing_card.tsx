import type { OrderDispatch, RoutingDecision } from "~/domain/dispatch/read_models.ts";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId, Guard, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, freshForm, summaryOf } from "~/views/_kit/form_state.ts";
import { hx } from "~/views/_kit/hx.ts";
import { Message } from "~/views/_kit/message.tsx";
import { money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Timeline } from "~/views/_kit/rows.tsx";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { nodeNames, Overridden, Reason } from "./routing_sentence.tsx";
import { NodeTable, Scale } from "./routing_table.tsx";
import { dispatchWords } from "./text.ts";

type Props = {
  dispatch: OrderDispatch;
  reading: Reading;
  /** `routing.override`: may route again and send it elsewhere. */
  may: { override: boolean };
  /** The override as it was typed, when it comes back. */
  form?: FormState;
  notice?: { tone: "ok" | "bad"; words: string };
};

/**
 * Why the goods leave from where they leave. For whoever has `routing.read`: a dealer's page leaves it
 * out, since our costs are ours.
 */
export function RoutingCard({ dispatch, reading, may, form, notice }: Props) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const { decisions } = dispatch;
  const [current] = decisions;
  const shipments = current?.record.shipments ?? [];
  return (
    <Sheet
      id="routing"
      title={shipments.length > 0 ? t.title(nodeNames(shipments, lang)) : t.untitled}
      aside={current && t.computed(moment(current.at, reading))}
    >
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      {current ? <Why current={current} decisions={decisions} reading={reading} /> : (
        <In>
          <p class="q">{t.none}</p>
        </In>
      )}
      {decisions.length > 1 && <History decisions={decisions} reading={reading} />}
      {may.override && <Changes dispatch={dispatch} form={form} reading={reading} />}
    </Sheet>
  );
}

type WhyProps = { current: RoutingDecision; decisions: RoutingDecision[]; reading: Reading };

function Why({ current, decisions, reading }: WhyProps) {
  const isOverridden = current.overrideReason !== null;
  const computed = decisions.find(({ overrideReason }) => overrideReason === null)?.record;
  const chosen = current.record;
  return (
    <>
      <In>
        {isOverridden
          ? <Overridden decision={current} computed={computed} reading={reading} />
          : <Reason record={chosen} reading={reading} />}
        {chosen.shipments.length > 0 && (
          <Scale chosen={chosen} computed={computed ?? chosen} reading={reading} />
        )}
      </In>
      <NodeTable chosen={chosen} computed={computed ?? chosen} reading={reading} />
    </>
  );
}

function History({ decisions, reading }: { decisions: RoutingDecision[]; reading: Reading }) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const what = ({ record, overrideReason }: RoutingDecision) => {
    const nodes = nodeNames(record.shipments, lang);
    if (!nodes) return t.historyNone;
    return overrideReason === null
      ? t.historyComputed(nodes, money(record.costMinor, { currency: record.currency, mark: true }))
      : t.historyOverride(nodes, overrideReason);
  };
  return (
    <details class="in cut note">
      <summary>{t.history(decisions.length)}</summary>
      <Timeline
        entries={decisions.map((decision) => ({
          at: decision.at,
          who: decision.who,
          what: what(decision),
        }))}
        reading={reading}
      />
    </details>
  );
}

type ChangesProps = { dispatch: OrderDispatch; form?: FormState; reading: Reading };

/** Routing again is offered while something lies open; moving, while something is not released. */
function Changes({ dispatch, form, reading }: ChangesProps) {
  const t = dispatchWords(reading.lang).routing;
  const { number, openUnits, movableUnits, nodes, decisions } = dispatch;
  if (movableUnits === 0) return null;
  return (
    <>
      {openUnits > 0 && (
        <form
          class="in"
          method="post"
          action={paths.orderRouting(number)}
          {...hx.post(paths.orderRouting(number), { target: "#routing" })}
        >
          <p class="acts">
            <button type="submit" class="b">{decisions.length > 0 ? t.again : t.first}</button>
          </p>
        </form>
      )}
      {nodes.length > 1 && (
        <details class="in cut" open={form !== undefined}>
          <summary>{t.overrideOpen}</summary>
          <OverrideForm dispatch={dispatch} form={form ?? freshForm()} reading={reading} />
        </details>
      )}
    </>
  );
}

function OverrideForm({ dispatch, form, reading }: Required<ChangesProps>) {
  const { lang } = reading;
  const t = dispatchWords(lang).routing;
  const { number, version, movableUnits, nodes } = dispatch;
  return (
    <form
      class="form in"
      method="post"
      action={paths.orderRoutingOverride(number)}
      {...hx.post(paths.orderRoutingOverride(number), { target: "#routing" })}
    >
      <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
      <Select
        {...fieldOf(form, "node")}
        label={t.overrideNode}
        hint={t.overrideHint(movableUnits)}
        options={nodes.map((node) => ({ value: node.code, label: named(node, lang) }))}
        empty=""
        required
      />
      <Field
        {...fieldOf(form, "reason")}
        label={t.reason}
        hint={t.reasonHint}
        maxlength={200}
        required
      />
      <Guard version={version} />
      <p class="acts">
        <button type="submit" class="b">{t.doOverride}</button>
      </p>
    </form>
  );
}
