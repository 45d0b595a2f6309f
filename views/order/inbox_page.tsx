import type { WaitingOrder } from "~/domain/order/read_models.ts";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import type { FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { Facts } from "~/views/_kit/sum.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { ApprovalForm, Causes } from "./approval_form.tsx";
import { rowAmount } from "./order_columns.tsx";
import { quantitiesText } from "./quantities.ts";
import { orderWords } from "./text.ts";

type Props = {
  shell: Shell;
  reading: Reading;
  waiting: WaitingOrder[];
  count: number;
  /** What was just decided, or why it was not, where the page answers without scripts. */
  notice?: { tone: "ok" | "bad"; words: string };
  /** A decision that comes back, for the order it was meant for. */
  back?: { number: string; form: FormState };
};

/** What waits for this person, the oldest first, decided in its place. */
export function InboxPage({ shell, reading, waiting, count, notice, back }: Props) {
  const t = orderWords(shell.lang).page.inbox;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} sub={count > 0 ? t.note(cappedCount(count)) : undefined} />
      <Stack>
        {notice && <Message tone={notice.tone} fact={notice.words} alert />}
        {waiting.length === 0 && (
          <Sheet label={t.title}>
            <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>
          </Sheet>
        )}
        {waiting.map((order) => (
          <WaitingCard
            order={order}
            form={back?.number === order.number ? back.form : undefined}
            reading={reading}
          />
        ))}
        {count > waiting.length && <p class="note">{t.more}</p>}
      </Stack>
    </Page>
  );
}

type CardProps = { order: WaitingOrder; form?: FormState; reading: Reading };

/** Everything a decision needs: whose, how much, why it was asked, since when. */
function WaitingCard({ order, form, reading }: CardProps) {
  const { lang } = reading;
  const { page: { approval: t }, list } = orderWords(lang);
  const { number, dealer, askedAt, remindedAt, causes, version, quantities, placedBy } = order;
  return (
    <Sheet
      title={<a href={paths.order(number)}>{number}</a>}
      aside={remindedAt
        ? <span class="warn">{t.reminded(moment(remindedAt, reading))}</span>
        : t.asked(moment(askedAt, reading))}
    >
      <div class="in stack snug">
        <Facts
          facts={[
            { label: list.columns.dealer, value: named(dealer, lang) },
            { label: list.columns.quantity, value: quantitiesText(quantities, lang) },
            { label: list.columns.placedBy, value: placedBy },
            { label: list.columns.amount, value: <b>{rowAmount(order)}</b> },
          ]}
        />
        <Causes causes={causes} lang={lang} />
      </div>
      <ApprovalForm {...{ number, version, form, lang }} inList />
    </Sheet>
  );
}

/** Takes the form's place once it is decided. */
export function Decided({ number, words }: { number: string; words: string }) {
  return <p id={`approval-${number}`} class="in note" role="status">{words}</p>;
}
