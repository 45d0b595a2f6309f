import { ListPage } from "~/views/_kit/list_page.tsx";
import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Pairs } from "~/views/_kit/rows.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { changesOf, type FieldChange } from "./audit_diff.ts";
import { platformWords } from "./text.ts";

export type AuditLine = {
  seq: number;
  at: string;
  userId: string;
  userName: string;
  action: string;
  subjectId: string;
  types: string[];
};

type ListProps = {
  shell: Shell;
  reading: Reading;
  rows: AuditLine[];
  filter: { subject?: string; user?: string };
  newer?: string;
  older?: string;
};

export function AuditListPage(props: ListProps) {
  const { shell, reading, filter } = props;
  const { audit: t, system } = platformWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ back: { href: paths.system(), label: system.title } }}
      filters={{
        action: paths.audit(),
        search: {
          name: "subject",
          value: filter.subject,
          label: t.search,
          placeholder: t.search,
        },
        filters: [{ name: "user", label: t.userFilter, value: filter.user }],
      }}
      columns={columns(reading)}
      note={t.note}
      empty={{ title: t.none, why: t.noneWhy }}
    />
  );
}

function columns(reading: Reading): Column<AuditLine>[] {
  const { lang } = reading;
  const { audit: t, named } = platformWords(lang);
  return [
    { head: t.seq, card: "no", cell: ({ seq }) => <a href={paths.auditEntry(seq)}>{seq}</a> },
    {
      head: t.who,
      card: "cu",
      cell: ({ userId, userName }) => <a href={paths.audit({ user: userId })}>{userName}</a>,
    },
    { head: t.action, drop: true, cell: ({ action }) => named.action(action) },
    { head: t.events, card: "mo", quiet: true, cell: ({ types }) => eventWords(types, lang) },
    {
      head: t.subject,
      drop: true,
      cell: ({ subjectId }) => <a href={paths.audit({ subject: subjectId })}>{subjectId}</a>,
    },
    {
      head: t.at,
      align: "end",
      card: "st",
      cell: ({ at }) => <When at={at} as="moment" reading={reading} />,
    },
  ];
}

/** An order brings a dozen events; the first of each kind says enough for a line. */
function eventWords(types: string[], lang: Lang): string {
  const { event } = platformWords(lang).named;
  return [...new Set(types)].slice(0, 4).map(event).join(kitWords(lang).listComma);
}

type EntryProps = {
  shell: Shell;
  reading: Reading;
  entry: AuditLine & {
    onBehalfOf: string | null;
    events: { type: string; [field: string]: unknown }[] | null;
    hash: string;
    previousHash: string;
  };
};

export function AuditEntryPage({ shell, reading, entry }: EntryProps) {
  const { lang } = shell;
  const { audit: t, named } = platformWords(lang);
  const { events, userName, at, seq, action } = entry;
  return (
    <Page {...shell} title={t.entry(seq)}>
      <Head
        title={t.entry(seq)}
        back={{ href: paths.audit(), label: t.back }}
        sub={[userName, moment(at, reading), named.action(action)].join(kitWords(lang).comma)}
      />
      <Duo aside={<EntryFacts {...{ shell, reading, entry }} />}>
        {events === null && (
          <Sheet label={t.erased}>
            <In>
              <p>{t.erased}</p>
            </In>
          </Sheet>
        )}
        {events?.map((event) => <EventSheet event={event} lang={lang} />)}
      </Duo>
    </Page>
  );
}

function EventSheet({ event, lang }: { event: { type: string }; lang: Shell["lang"] }) {
  const { audit: t, named } = platformWords(lang);
  const title = named.event(event.type);
  const changes = changesOf(event);
  const hasBefore = changes.some(({ before }) => before !== null);
  const cells: Column<FieldChange>[] = [
    {
      head: t.field,
      card: "no",
      quiet: true,
      cell: ({ field }) => <span class="nw">{field}</span>,
    },
    ...(hasBefore
      ? [{ head: t.before, card: "mo" as const, cell: ({ before }: FieldChange) => before ?? "—" }]
      : []),
    { head: t.after, card: "cu", cell: ({ after }) => after ?? "—" },
  ];
  return (
    <Sheet title={title} aside={<code>{event.type}</code>}>
      {changes.length > 0 && (
        <Table caption={title} kind="plain" columns={cells} rows={changes} lang={lang} />
      )}
    </Sheet>
  );
}

function EntryFacts({ shell, entry }: EntryProps) {
  const t = platformWords(shell.lang).audit;
  const short = (hash: string) => <code title={hash}>{hash.slice(0, 12)}</code>;
  return (
    <Sheet title={t.subject}>
      <Pairs
        pairs={[
          {
            label: t.subject,
            value: <a href={paths.audit({ subject: entry.subjectId })}>{t.bySubject}</a>,
          },
          {
            label: entry.userName,
            value: <a href={paths.audit({ user: entry.userId })}>{t.byUser}</a>,
          },
          ...(entry.onBehalfOf ? [{ label: t.onBehalf, value: entry.onBehalfOf }] : []),
          { label: t.hash, value: short(entry.hash) },
          { label: t.previous, value: short(entry.previousHash) },
        ]}
      />
    </Sheet>
  );
}
