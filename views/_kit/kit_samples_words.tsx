import { ErrorPage, type Trouble } from "./error_page.tsx";
import type { SampleProps } from "./kit_page.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { Message } from "./message.tsx";
import { Money } from "./money.tsx";
import { paths } from "./paths.ts";
import { Documents, Timeline, Todo } from "./rows.tsx";
import { Sheet } from "./sheet.tsx";
import { type Column, Table } from "./table.tsx";
import { kitWords } from "./text.ts";
import { type PriceStep, Waterfall } from "./waterfall.tsx";

export function RowSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const prices = [3000, 2880, 2640];
  const steps: PriceStep[] = prices.map((afterMinor, at) => ({
    label: t.priceSteps[at],
    source: t.priceFrom[at],
    afterMinor,
  }));
  const columns: Column<string>[] = [
    { head: t.padHeads.name, cell: (name) => name, card: "name" },
    { head: t.price, cell: () => <Money minor={2640} />, align: "end", card: "pr" },
    {
      head: t.amount,
      cell: () => <Money minor={316800} />,
      align: "end",
      card: "amt",
      account: true,
    },
  ];
  return (
    <>
      <Sheet title={t.document} aside={t.spec}>
        <Table
          caption={t.document}
          kind="lines"
          columns={columns}
          rows={[t.product]}
          sub={() => <Waterfall label={t.priceWhy} steps={steps} result={t.price} />}
          lang={reading.lang}
        />
      </Sheet>
      <Sheet title={t.document}>
        <Documents
          documents={t.papers.map((label, at) => ({
            label,
            note: t.paperNotes[at],
            href: at ? undefined : paths.kit(),
          }))}
        />
      </Sheet>
      <Sheet title={kitWords(reading.lang).log}>
        <Timeline
          entries={[{ at: reading.now, who: t.log[0], what: t.log[1] }]}
          reading={reading}
        />
      </Sheet>
      <Sheet kind="todo" label={`${t.todo} ${mark}`}>
        <Todo
          links={[{
            href: paths.kit(),
            label: t.todo,
            note: t.todoNote,
            value: <Money minor={12846000} />,
          }]}
        />
      </Sheet>
    </>
  );
}

const troubles: Trouble[] = [403, 404, 409, 422, 429, 500, 503, "offline"];

export function TroubleSamples({ reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const way = <a href={paths.kit()}>{t.messageWay}</a>;
  return (
    <Sheet title={t.messages}>
      <Message fact={t.facts[2]} />
      <Message tone="warn" fact={t.facts[0]}>{way}</Message>
      <Message tone="bad" fact={t.facts[1]}>{way}</Message>
      {troubles.map((trouble) => (
        <ErrorPage
          trouble={trouble}
          level={3}
          requestId={trouble === 500 ? "01JD7Q4K" : undefined}
          lang={reading.lang}
        />
      ))}
    </Sheet>
  );
}
