import { ErrorSummary, Field, fieldId, type Option } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Tabs } from "~/views/_kit/list_parts.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { importWords } from "./text.ts";

export type KnownColumn = { required: boolean; names: readonly [string, ...string[]] };

type Props = {
  shell: Shell;
  kinds: Option[];
  kind: string;
  columns: KnownColumn[];
  error?: string;
};

/** A file is chosen here; nothing is written before its preview was seen. */
export function ImportPage({ shell, kinds, kind, columns, error }: Props) {
  const { lang } = shell;
  const t = importWords(lang);
  const file = { name: "file" };
  const views = kinds.map(({ value, label }) => ({
    href: paths.imports(value),
    label,
    current: value === kind,
  }));
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      <Sheet label={t.title}>
        <Tabs views={views} lang={lang} />
        <form method="post" action={paths.imports()} enctype="multipart/form-data" class="in form">
          {error && <ErrorSummary errors={[{ id: fieldId(file), text: error }]} lang={lang} />}
          <input type="hidden" name="kind" value={kind} />
          <Field
            {...file}
            label={t.file}
            hint={t.fileHint}
            error={error}
            type="file"
            accept=".csv,text/csv"
            required
          />
          <p class="acts">
            <button type="submit" class="b go">{t.look}</button>
          </p>
        </form>
        <Columns columns={columns} lang={lang} />
      </Sheet>
    </Page>
  );
}

function Columns({ columns, lang }: { columns: KnownColumn[]; lang: Shell["lang"] }) {
  const t = importWords(lang);
  const shown: Column<KnownColumn>[] = [
    {
      head: t.headings,
      cell: ({ names, required }) => required ? <b>{`${names[0]} *`}</b> : names[0],
    },
    {
      head: t.alsoCalled,
      cell: ({ names }) => names.slice(1).join(kitWords(lang).listComma) || "—",
      quiet: true,
    },
  ];
  return (
    <>
      <In>
        <p class="note">{t.columnsNote}</p>
      </In>
      <Table caption={t.columns} kind="plain" columns={shown} rows={columns} lang={lang} />
    </>
  );
}
