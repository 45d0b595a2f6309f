import { moment, type Reading } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { type Stage, Status } from "~/views/_kit/status.tsx";
import { Facts } from "~/views/_kit/sum.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { importWords } from "./text.ts";

type Outcome = "created" | "changed" | "unchanged" | "refused";
export type UploadRow = { line: number; key: string; outcome: Outcome; reason?: string };

type Props = {
  shell: Shell;
  reading: Reading;
  id: string;
  kind: { name: string; title: string };
  fileName: string;
  /** Absent as long as it is a preview. */
  doneAt: string | null;
  /** A preview of more rows judges each document alone. */
  mostRehearsed: number;
  report: {
    counts: Record<Outcome, number>;
    isOfDocuments: boolean;
    rows: number;
    isExact: boolean;
    ignored: readonly string[];
    shown: UploadRow[];
    hasErrorFile: boolean;
  };
};

/** What a file would do; once it was applied, what it did. */
export function UploadPage(props: Props) {
  const { shell, reading, id, kind, fileName, doneAt, report, mostRehearsed } = props;
  const { lang } = shell;
  const t = importWords(lang);
  const { counts, ignored, shown, hasErrorFile, rows } = report;
  const title = doneAt ? t.done(fileName) : t.preview(fileName);
  const facts = (["created", "changed", "unchanged", "refused"] as const)
    .map((outcome) => ({ label: t.outcomes[outcome], value: count(counts[outcome]) }));
  return (
    <Page {...shell} title={title}>
      <Head
        title={title}
        back={{ href: paths.imports(kind.name), label: t.title }}
        actions={<Actions {...props} />}
        sub={doneAt ? t.doneSub(kind.title, moment(doneAt, reading)) : t.previewSub(kind.title)}
      />
      <Sheet label={title}>
        {ignored.length > 0 && (
          <Message tone="warn" fact={t.ignored(ignored.join(kitWords(lang).listComma))} />
        )}
        {!report.isExact && <Message tone="warn" fact={t.judgedAlone(mostRehearsed)} />}
        <In>
          <Facts facts={facts} />
          {report.isOfDocuments && <p class="note">{t.perDocument}</p>}
        </In>
        {hasErrorFile && (
          <In>
            <p>
              <a href={paths.importErrors(id)}>{t.errorFile}</a>{" "}
              <span class="note">{t.errorFileNote}</span>
            </p>
          </In>
        )}
        {shown.length > 0 && (
          <Table caption={t.outcome} columns={columns(lang)} rows={shown} lang={lang} />
        )}
        {shown.length > 0 && shown.length < rows && !doneAt && (
          <In>
            <p class="note">{t.shownOnly(shown.length)}</p>
          </In>
        )}
      </Sheet>
    </Page>
  );
}

function Actions({ shell, id, kind, doneAt, report }: Props) {
  const t = importWords(shell.lang);
  const { created, changed } = report.counts;
  const applied = count(created + changed);
  if (doneAt) return <a class="b go" href={paths.imports(kind.name)}>{t.again}</a>;
  return (
    <>
      <a class="b" href={paths.imports(kind.name)}>{t.another}</a>
      {created + changed === 0
        ? <span class="note">{t.nothingToDo}</span>
        : (
          <form method="post" action={paths.importApply(id)}>
            <button type="submit" class="b go">
              {report.isOfDocuments ? t.applyDocuments(applied) : t.apply(applied)}
            </button>
          </form>
        )}
    </>
  );
}

const stages: Record<Outcome, Stage> = {
  created: "p4",
  changed: "p2",
  unchanged: "p0",
  refused: "stop",
};

function columns(lang: Lang): Column<UploadRow>[] {
  const t = importWords(lang);
  return [
    { head: t.line, cell: ({ line }) => count(line), align: "end", card: "no" },
    { head: t.key, cell: ({ key }) => key || "—", card: "cu" },
    {
      head: t.outcome,
      cell: ({ outcome }) => <Status stage={stages[outcome]}>{t.outcomes[outcome]}</Status>,
      card: "st",
    },
    { head: t.reason, cell: ({ reason }) => reason ?? "", card: "mo" },
  ];
}
