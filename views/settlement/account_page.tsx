import type {
  AccountBalance,
  AccountDealer,
  OpenItemRow,
  ReceiptRow,
  Statement,
} from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Meter } from "~/views/_kit/meter.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { percent } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { OpenItems } from "./open_items.tsx";
import { StatementTable } from "./statement_table.tsx";
import { settlementWords } from "./text.ts";

export type AccountPageProps = {
  shell: Shell;
  reading: Reading;
  dealer: AccountDealer;
  currency: string;
  balance: AccountBalance;
  items: OpenItemRow[];
  statement: Statement;
  receipts: ReceiptRow[];
  isPeriodMended: boolean;
  may: { list: boolean; export: boolean; record: boolean; receipts: boolean };
};

/** A dealer's account as both sides read it: what is owed, what happened, what may still be ordered. */
export function AccountPage(props: AccountPageProps) {
  const { shell, dealer, may, statement, currency } = props;
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.account;
  const { from, to } = statement;
  const title = named(dealer, lang);
  return (
    <Page {...shell} title={t.of(title)}>
      <Head
        title={title}
        back={may.list ? { href: paths.accounts(), label: words.accounts.title } : undefined}
        note={<span class="note">{dealer.code}</span>}
        actions={
          <>
            {may.export && (
              <a class="b" href={paths.statementExport(dealer.code, { currency, from, to })}>
                {t.export}
              </a>
            )}
            {may.record && (
              <a class="b go" href={paths.newReceipt({ dealer: dealer.code, currency })}>
                {words.accounts.record}
              </a>
            )}
          </>
        }
      />
      {props.isPeriodMended && <Message tone="warn" fact={t.badPeriod} />}
      <Duo aside={<Aside {...props} />}>
        <Sheet id="open" title={t.openItems}>
          <OpenItems {...props} />
        </Sheet>
        <Sheet id="entries" title={t.entries}>
          <Period {...props} />
          <StatementTable {...props} />
        </Sheet>
      </Duo>
    </Page>
  );
}

function Period({ shell, dealer, currency, statement }: AccountPageProps) {
  const t = settlementWords(shell.lang).account;
  return (
    <div class="filters">
      <form action={paths.account(dealer.code)} class="days">
        <input type="hidden" name="currency" value={currency} />
        <Day name="from" label={t.from} value={statement.from} />
        <Day name="to" label={t.to} value={statement.to} />
        <button type="submit" class="b">{t.show}</button>
      </form>
    </div>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return <input class="box" type="date" name={name} value={value} aria-label={label} required />;
}

function Aside(props: AccountPageProps) {
  return (
    <>
      <Owed {...props} />
      <Credit {...props} />
      <Receipts {...props} />
    </>
  );
}

function Owed({ shell, balance, currency, items }: AccountPageProps) {
  const t = settlementWords(shell.lang).account;
  const { overdueMinor, advanceMinor } = balance;
  const owedMinor = items.reduce((sum, { openMinor }) => sum + openMinor, 0);
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Sheet title={t.balance}>
      <In>
        <Sum
          lines={[
            { label: t.owed, value: money(owedMinor) },
            ...(advanceMinor > 0 ? [{ label: t.advance, value: money(-advanceMinor) }] : []),
          ]}
          total={{
            label: t.balance,
            value: <Money minor={owedMinor - advanceMinor} currency={currency} mark />,
          }}
          after={overdueMinor > 0
            ? [{ label: t.overdue, value: <span class="bad">{money(overdueMinor)}</span> }]
            : []}
        />
        {owedMinor < advanceMinor && <p class="note">{t.inCredit}</p>}
      </In>
    </Sheet>
  );
}

function Credit({ shell, balance: { credit }, currency }: AccountPageProps) {
  const t = settlementWords(shell.lang).account;
  if (!credit) {
    return (
      <Sheet title={t.credit}>
        <In>
          <p class="q">{t.noCredit}</p>
        </In>
      </Sheet>
    );
  }
  const { limitMinor, openOrderMinor, receivableMinor, termDays } = credit;
  const usedMinor = openOrderMinor + receivableMinor;
  const share = limitMinor > 0 ? percent(Math.round(usedMinor * 10_000 / limitMinor)) : "—";
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Sheet title={t.credit} aside={t.terms(termDays)}>
      <In>
        <Sum
          lines={[
            { label: t.limit, value: money(limitMinor) },
            { label: t.openOrders, value: money(openOrderMinor) },
            { label: t.owed, value: money(receivableMinor) },
            { label: t.left, value: <b>{money(limitMinor - usedMinor)}</b> },
          ]}
        />
        <Meter had={usedMinor} whole={limitMinor} label={t.meter(share)} />
        <p class="note">{t.meter(share)}</p>
      </In>
    </Sheet>
  );
}

function Receipts({ shell, reading, dealer, receipts, may }: AccountPageProps) {
  const t = settlementWords(shell.lang).account;
  return (
    <Sheet
      title={t.receipts}
      aside={may.receipts && receipts.length > 0 && (
        <a href={paths.receipts({ dealer: dealer.code })}>{t.allReceipts}</a>
      )}
    >
      <In>
        {receipts.length === 0 ? <p class="q">{t.noReceipts}</p> : (
          <Sum
            note
            lines={receipts.map(({ number, receivedAt, amountMinor, currency }) => ({
              label: (
                <>
                  {may.receipts ? <a href={paths.receipt(number)}>{number}</a> : number}{" "}
                  {date(receivedAt, reading)}
                </>
              ),
              value: <Money minor={amountMinor} currency={currency} />,
            }))}
          />
        )}
      </In>
    </Sheet>
  );
}
