import type { ReceiptPage as Receipt } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { methodWords } from "./receipt_list_page.tsx";
import { settlementWords } from "./text.ts";

type Props = {
  shell: Shell;
  reading: Reading;
  receipt: Receipt;
  may: { account: boolean; journal: boolean };
  isNew: boolean;
};

/** Money that came in, and what it paid. */
export function ReceiptPage(props: Props) {
  const { shell, reading, receipt, may, isNew } = props;
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.receipt;
  const { number, dealer, currency, applications } = receipt;
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Page {...shell} title={number}>
      <Head
        title={number}
        back={{ href: paths.receipts(), label: t.title }}
        sub={
          <>
            {may.account
              ? <a href={paths.account(dealer, { currency })}>{named(receipt, lang)}</a>
              : named(receipt, lang)}
            {[
              "",
              date(receipt.receivedAt, reading),
              methodWords(receipt.method, words),
            ].join(kitWords(lang).comma)}
          </>
        }
      />
      {isNew && <Message tone="ok" fact={t.recorded} alert />}
      <Duo aside={<Aside {...props} />}>
        <Sheet title={t.paid}>
          {applications.length === 0
            ? (
              <In>
                <p class="q">{t.paidNothing}</p>
              </In>
            )
            : (
              <Table
                caption={t.paid}
                columns={[
                  {
                    head: words.account.shipment,
                    card: "cu",
                    cell: ({ shipment }) => <a href={paths.shipment(shipment)}>{shipment}</a>,
                  },
                  {
                    head: words.account.order,
                    card: "no",
                    cell: ({ order }) => <a href={paths.order(order)}>{order}</a>,
                  },
                  {
                    head: words.account.due,
                    quiet: true,
                    cell: ({ dueOn }) => date(dueOn, reading),
                  },
                  {
                    head: t.leftOpen,
                    align: "end",
                    card: "st",
                    cell: ({ openMinor }) =>
                      openMinor === 0 ? <Status stage="p4">{t.settled}</Status> : money(openMinor),
                  },
                  {
                    head: t.applied,
                    align: "end",
                    card: "am",
                    cell: ({ amountMinor }) => money(amountMinor),
                  },
                ]}
                rows={applications}
                lang={lang}
              />
            )}
        </Sheet>
      </Duo>
    </Page>
  );
}

function Aside({ shell, receipt, may }: Props) {
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.receipt;
  const { amountMinor, unappliedMinor, currency, reference, recordedBy, journal } = receipt;
  return (
    <Sheet label={t.total}>
      <In>
        <Sum
          lines={[]}
          total={{ label: t.total, value: <Money minor={amountMinor} currency={currency} mark /> }}
          after={unappliedMinor > 0
            ? [{ label: t.rest, value: <Money minor={unappliedMinor} currency={currency} /> }]
            : []}
        />
      </In>
      <In>
        <Sum
          note
          lines={[
            { label: t.method, value: methodWords(receipt.method, words) },
            { label: t.reference, value: reference || "—" },
            { label: t.recordedBy, value: recordedBy },
            {
              label: t.journal,
              value: journal && may.journal
                ? <a href={paths.journal(journal)}>{journal}</a>
                : journal ?? "—",
            },
          ]}
        />
      </In>
    </Sheet>
  );
}
