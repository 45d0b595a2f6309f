import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Pairs } from "~/views/_kit/rows.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
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
  mayExport: boolean;
};

export function AuditListPage(
  { shell, reading, rows, filter, newer, older, mayExport }: ListProps,
) {
  const { lang } = shell;
  const t = platformWords(lang).audit;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        back={{ href: paths.system(), label: platformWords(lang).system.title }}
        actions={mayExport && <a class="b" href={paths.auditExport(filter)}>{t.export}</a>}
      />
      <Sheet label={t.title}>
        <Filters
          action={paths.audit()}
          search={{
            name: "subject",
            value: filter.subject,
            label: t.search,
            placeholder: t.search,
          }}
          filters={[{ name: "user", label: t.userFilter, value: filter.user }]}
          lang={lang}
        />
        {rows.length > 0
          ? <Table caption={t.title} columns={columns(reading)} rows={rows} lang={lang} />
          : isFiltered
          ? (
            <FilteredEmpty
              filters={[filter.subject, filter.user].filter(Boolean).join(" ")}
              clearHref={paths.audit()}
              lang={lang}
            />
          )
          : <VoidState title={t.none}>{t.noneWhy}</VoidState>}
        {rows.length > 0 && <Pager note={t.note} newer={newer} older={older} lang={lang} />}
      </Sheet>
    </Page>
  );
}

function columns(reading: Reading): Column<AuditLine>[] {
  const t = platformWords(reading.lang).audit;
  return [
    { head: t.seq, card: "no", cell: ({ seq }) => <a href={paths.auditEntry(seq)}>{seq}</a> },
    {
      head: t.who,
      card: "cu",
      cell: ({ userId, userName }) => <a href={paths.audit({ user: userId })}>{userName}</a>,
    },
    { head: t.action, drop: true, quiet: true, cell: ({ action }) => action },
    { head: t.events, card: "mo", cell: ({ types }) => eventWords(types) },
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
function eventWords(types: string[]): string {
  return [...new Set(types)].slice(0, 4).join(" ");
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
  const t = platformWords(lang).audit;
  const { events, userName, at, seq, action } = entry;
  return (
    <Page {...shell} title={t.entry(seq)}>
      <Head
        title={t.entry(seq)}
        back={{ href: paths.audit(), label: t.back }}
        sub={`${userName} ${moment(at, reading)} ${action}`}
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
  const t = platformWords(lang).audit;
  const changes = changesOf(event);
  const hasBefore = changes.some(({ before }) => before !== null);
  const cells: Column<FieldChange>[] = [
    { head: t.field, card: "no", quiet: true, cell: ({ field }) => field },
    ...(hasBefore
      ? [{ head: t.before, card: "mo" as const, cell: ({ before }: FieldChange) => before ?? "—" }]
      : []),
    { head: t.after, card: "cu", cell: ({ after }) => after ?? "—" },
  ];
  return (
    <Sheet title={event.type}>
      {changes.length > 0 && (
        <Table caption={event.type} kind="plain" columns={cells} rows={changes} lang={lang} />
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
