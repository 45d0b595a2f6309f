import type { AccountDealer, OpenItemRow } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId, Guard, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen, summaryOf } from "~/views/_kit/form_state.ts";
import { hx } from "~/views/_kit/hx.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { Table } from "~/views/_kit/table.tsx";
import { itemColumns } from "./open_items.tsx";
import { type SettlementWords, settlementWords } from "./text.ts";

/** What the money would pay, if it were recorded now. */
export type Foreseen = {
  applications: { shipment: string; dueOn: string; amountMinor: number; openMinor: number }[];
  unappliedMinor: number;
};

export type ReceiptFormProps = {
  shell: Shell;
  reading: Reading;
  /** Absent until the dealer is chosen. */
  dealer?: AccountDealer;
  dealers: Option[];
  currency: string;
  items: OpenItemRow[];
  form: FormState;
  foreseen?: Foreseen;
  /** Why there is nothing to foresee yet. */
  problem?: string;
  idempotencyKey: string;
};

/** Money has come in: from whom, how much, for what. First the dealer, then the rest. */
export function ReceiptFormPage(props: ReceiptFormProps) {
  const { shell, dealer, form } = props;
  const { lang } = shell;
  const t = settlementWords(lang).receipt;
  return (
    <Page {...shell} title={t.new}>
      <Head
        title={t.new}
        back={{ href: paths.receipts(), label: t.title }}
        sub={dealer && (
          <>
            {named(dealer, lang)} {dealer.code} <a href={paths.newReceipt()}>{t.changeDealer}</a>
          </>
        )}
      />
      {form.general && <Message tone="bad" fact={form.general} alert />}
      {dealer ? <Entry {...props} dealer={dealer} /> : <DealerChoice {...props} />}
    </Page>
  );
}

function DealerChoice({ shell, form, dealers }: ReceiptFormProps) {
  const { lang } = shell;
  const t = settlementWords(lang).receipt;
  const field = { ...fieldOf(form, "dealer"), label: t.dealer };
  return (
    <Sheet label={t.dealer}>
      <form action={paths.newReceipt()} class="in form">
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        {dealers.length > 0
          ? <Select {...field} options={dealers} empty="" required />
          : <Field {...field} hint={t.dealerHint} maxlength={40} autofocus required />}
        <p class="acts">
          <button type="submit" class="b go">{t.chooseDealer}</button>
        </p>
      </form>
    </Sheet>
  );
}

function Entry(props: ReceiptFormProps & { dealer: AccountDealer }) {
  const { shell, reading, dealer, currency, items, form, idempotencyKey } = props;
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.receipt;
  return (
    <form
      id="receipt-form"
      method="post"
      action={paths.newReceipt()}
      {...hx.post(paths.receiptPreview(), {
        target: "#foreseen",
        trigger: { on: "change", delayMs: 150 },
        sync: "replace",
        disable: false,
      })}
    >
      <input type="hidden" name="dealer" value={dealer.code} />
      <input type="hidden" name="currency" value={currency} />
      <Guard idempotencyKey={idempotencyKey} />
      <Duo aside={<ForeseenSheet {...props} />}>
        <Sheet label={t.amount}>
          <div class="in stack">
            <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
            <div class="cols set">
              <Field
                {...fieldOf(form, "amount")}
                label={t.amount}
                hint={t.amountHint(currency)}
                inputmode="decimal"
                autocomplete="off"
                maxlength={20}
                required
              />
              <Field
                {...fieldOf(form, "receivedOn")}
                label={t.receivedOn}
                type="date"
                required
              />
              <Select
                {...fieldOf(form, "method")}
                label={t.method}
                options={Object.entries(t.methods).map(([value, label]) => ({ value, label }))}
                required
              />
              <Field
                {...fieldOf(form, "reference")}
                label={t.reference}
                hint={t.referenceHint}
                autocomplete="off"
                maxlength={60}
              />
            </div>
          </div>
        </Sheet>
        <Sheet id="f-items" title={t.which} aside={t.whichHint}>
          {form.errors.items && <Message tone="bad" fact={form.errors.items} alert />}
          {items.length === 0
            ? (
              <In>
                <p class="q">{words.account.noOpenItems}</p>
              </In>
            )
            : (
              <Table
                caption={t.which}
                columns={[
                  {
                    head: <span class="vh">{t.which}</span>,
                    card: "mo",
                    cell: (item) => <ItemTick item={item} form={form} reading={reading} />,
                  },
                  ...itemColumns({ currency, reading }),
                ]}
                rows={items}
                lang={lang}
              />
            )}
        </Sheet>
      </Duo>
    </form>
  );
}

type ItemTickProps = { item: OpenItemRow; form: FormState; reading: Reading };

function ItemTick({ item, form, reading }: ItemTickProps) {
  const t = settlementWords(reading.lang).receipt;
  return (
    <label class="tick">
      <input
        type="checkbox"
        name="items[]"
        value={item.id}
        checked={isChosen(form, "items", item.id)}
        aria-label={item.shipment}
      />
      <span class="thin">{t.payThis}</span>
    </label>
  );
}

/** The side of the form: what this money would do, and the two ways on. */
function ForeseenSheet(props: ReceiptFormProps) {
  const t = settlementWords(props.shell.lang).receipt;
  return (
    <Sheet title={t.willPay}>
      <ForeseenCard {...props} />
      <div class="in cut acts">
        <button type="submit" class="b" formaction={paths.receiptPreview()}>{t.preview}</button>
        <button type="submit" class="b go">{t.record}</button>
      </div>
    </Sheet>
  );
}

/** Swapped while somebody types; nothing is booked by looking. */
export function ForeseenCard({ foreseen, problem, currency, reading }: Pick<
  ReceiptFormProps,
  "foreseen" | "problem" | "currency" | "reading"
>) {
  const t = settlementWords(reading.lang).receipt;
  return (
    <div id="foreseen" class="in" role="status">
      {foreseen
        ? <Outcome foreseen={foreseen} currency={currency} reading={reading} t={t} />
        : <p class={problem ? "warn" : "q"}>{problem ?? t.nothingPosted}</p>}
    </div>
  );
}

type OutcomeProps = {
  foreseen: Foreseen;
  currency: string;
  reading: Reading;
  t: SettlementWords["receipt"];
};

function Outcome({ foreseen, currency, reading, t }: OutcomeProps) {
  const { applications, unappliedMinor } = foreseen;
  const sum = applications.reduce((total, { amountMinor }) => total + amountMinor, 0);
  return (
    <>
      {applications.length === 0 ? <p>{t.willPayNothing}</p> : (
        <Sum
          lines={applications.map(({ shipment, dueOn, amountMinor, openMinor }) => ({
            label: (
              <>
                {shipment} <span class="q">{date(dueOn, reading)}</span>
                {openMinor > amountMinor && (
                  <>
                    <br />
                    <small class="q">
                      {`${t.leftOpen.split("/")[0]} ${
                        money(openMinor - amountMinor, { currency })
                      }`}
                    </small>
                  </>
                )}
              </>
            ),
            value: <Money minor={amountMinor} currency={currency} />,
          }))}
          total={{
            label: t.applied.split("/")[0]!,
            value: <Money minor={sum} currency={currency} mark />,
          }}
        />
      )}
      {unappliedMinor > 0 && (
        <p class="warn">{t.leftOver(money(unappliedMinor, { currency, mark: true }))}</p>
      )}
      <p class="note">{t.nothingPosted}</p>
    </>
  );
}
