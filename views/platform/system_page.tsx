import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Documents, Pairs } from "~/views/_kit/rows.tsx";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { Facts } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { platformWords } from "./text.ts";

export type ParkedLine = {
  id: number;
  type: string;
  subject: string;
  at: string;
  attempts: number;
  error: string | null;
};
export type UpkeepLine = { kind: string; at: string; ok: boolean };
export type DenialLine = {
  at: string;
  name: string | null;
  request: string;
  reason: string;
  requestId: string;
};

export type SystemProps = {
  shell: Shell;
  reading: Reading;
  waiting: number;
  pending: { count: number; oldestAt: string | null };
  parked: ParkedLine[];
  upkeep: UpkeepLine[];
  denials: DenialLine[];
  versions: { program: string; schema: string; runtime: string; engine: string };
  mayRepair: boolean;
  mayAudit: boolean;
  maySeeKit: boolean;
  notice?: { tone: "ok" | "bad"; words: string };
};

export function SystemPage(props: SystemProps) {
  const { shell, reading, notice, waiting, pending } = props;
  const t = platformWords(shell.lang).system;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      <Duo aside={<Aside {...props} />}>
        <Sheet label={t.queue}>
          <In>
            <Facts
              facts={[
                {
                  label: t.queue,
                  value: waiting === 0 ? t.idle : t.waiting(cappedCount(waiting)),
                },
                { label: t.outbox, value: t.pending(cappedCount(pending.count)) },
                ...(pending.oldestAt
                  ? [{ label: t.at, value: t.oldest(moment(pending.oldestAt, reading)) }]
                  : []),
              ]}
            />
          </In>
        </Sheet>
        <ParkedSheet {...props} />
        <DenialSheet {...props} />
      </Duo>
    </Page>
  );
}

function ParkedSheet({ shell, reading, parked, mayRepair }: SystemProps) {
  const { lang } = shell;
  const { system: t, named } = platformWords(lang);
  const columns: Column<ParkedLine>[] = [
    { head: t.event, card: "cu", cell: ({ type }) => named.event(type) },
    { head: t.subject, card: "no", cell: ({ subject }) => <code>{subject}</code>, drop: true },
    { head: t.at, card: "mo", cell: ({ at }) => <When at={at} as="moment" reading={reading} /> },
    { head: t.attempts, align: "end", cell: ({ attempts }) => attempts },
    ...(mayRepair ? [{ head: "", card: "st" as const, align: "end" as const, cell: Rerun }] : []),
  ];
  function Rerun({ id }: ParkedLine) {
    return (
      <form method="post" action={paths.rerun(id)}>
        <button type="submit" class="b s">{t.rerun}</button>
      </form>
    );
  }
  return (
    <Sheet id="parked" title={t.parked}>
      {parked.length === 0 ? <VoidState title={t.parkedNone}>{t.parkedNoneWhy}</VoidState> : (
        <Table
          caption={t.parked}
          columns={columns}
          rows={parked}
          sub={({ error }) => error}
          tone={() => "wrn"}
          lang={lang}
        />
      )}
    </Sheet>
  );
}

function DenialSheet({ shell, reading, denials }: SystemProps) {
  const { lang } = shell;
  const { system: t, named } = platformWords(lang);
  const columns: Column<DenialLine>[] = [
    { head: t.who, card: "cu", cell: ({ name }) => name ?? <span class="q">{t.stranger}</span> },
    { head: t.route, card: "mo", cell: ({ request }) => request },
    { head: t.right, card: "no", cell: ({ reason }) => named.action(reason) },
    { head: t.number, drop: true, quiet: true, cell: ({ requestId }) => requestId },
    {
      head: t.at,
      align: "end",
      card: "st",
      cell: ({ at }) => <When at={at} as="moment" reading={reading} />,
    },
  ];
  return (
    <Sheet id="denials" title={t.denials}>
      {denials.length === 0
        ? (
          <In>
            <p class="q">{t.denialsNone}</p>
          </In>
        )
        : <Table caption={t.denials} columns={columns} rows={denials} lang={lang} />}
    </Sheet>
  );
}

function Aside({ shell, reading, upkeep, versions, mayAudit, maySeeKit }: SystemProps) {
  const { lang } = shell;
  const t = platformWords(lang).system;
  return (
    <>
      <Sheet title={t.upkeep}>
        {upkeep.length === 0
          ? (
            <In>
              <p class="q">{t.upkeepNone}</p>
            </In>
          )
          : (
            <Pairs
              pairs={upkeep.map(({ kind, at, ok }) => ({
                label: (
                  <Status stage={ok ? "p4" : "stop"}>
                    {`${t.kind[kind] ?? kind} ${ok ? t.ok : t.failed}`}
                  </Status>
                ),
                value: <When at={at} as="moment" reading={reading} />,
              }))}
            />
          )}
      </Sheet>
      <Sheet title={t.versions}>
        <Pairs
          pairs={[
            { label: t.program, value: versions.program },
            { label: t.schema, value: versions.schema },
            { label: t.runtime, value: versions.runtime },
            { label: t.engine, value: versions.engine },
          ]}
        />
      </Sheet>
      <Sheet title={t.links}>
        <Documents
          documents={[
            ...(mayAudit ? [{ label: t.audit, href: paths.audit() }] : []),
            ...(maySeeKit ? [{ label: t.kit, href: paths.kit() }] : []),
            { label: t.api, href: paths.openApi() },
          ]}
        />
      </Sheet>
    </>
  );
}
