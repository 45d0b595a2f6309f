import { Blank, Radios } from "~/views/_kit/choice.tsx";
import {
  ErrorSummary,
  Field,
  fieldId,
  Guard,
  type Option,
  Select,
  TextArea,
} from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { type InventoryWords, inventoryWords } from "./text.ts";

export type EntryRow = { sku: string; quantity: string; unit: string };
export type EntryKind = "receipt" | "adjustment" | "count";

export type EntryPageProps = {
  shell: Shell;
  form: FormState;
  kind: EntryKind;
  rows: EntryRow[];
  nodes: Option[];
  idempotencyKey: string;
  /** What was just done without leaving a document. */
  notice?: string;
};

/** One document: what happened, where, and a row for each product. */
export function EntryPage(props: EntryPageProps) {
  const { shell, form, kind, nodes } = props;
  const { lang } = shell;
  const t = inventoryWords(lang).entry;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} back={{ href: paths.stock(), label: inventoryWords(lang).title }} />
      {props.notice && <Message tone="ok" fact={props.notice} alert />}
      {form.general && <Message tone="bad" fact={form.general} alert />}
      <form method="post" action={paths.stockEntry()}>
        <button
          type="submit"
          name="do"
          value="more"
          class="vh"
          formnovalidate
          tabindex={-1}
          aria-hidden="true"
        >
        </button>
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <Duo aside={<Paste form={form} t={t} />}>
          <Sheet label={t.kind}>
            <div class="in stack">
              <Radios
                {...fieldOf(form, "kind")}
                label={t.kind}
                value={kind}
                options={(["receipt", "adjustment", "count"] as const).map((each) => ({
                  value: each,
                  label: t.kinds[each],
                  hint: t.kindHints[each],
                }))}
              />
              <div class="cols set">
                <Select {...fieldOf(form, "node")} label={t.node} options={nodes} required />
                <Field
                  {...fieldOf(form, "reason")}
                  label={t.reason}
                  hint={t.reasonHint}
                  maxlength={200}
                  required={kind !== "count"}
                />
              </div>
            </div>
          </Sheet>
          <Sheet id="f-lines" title={t.rows} aside={t.rowsHint}>
            <Lines {...props} t={t} />
            <Guard idempotencyKey={props.idempotencyKey} />
            <p class="in acts">
              <button type="submit" name="do" value="more" class="b" formnovalidate>
                {t.more}
              </button>
              <button type="submit" name="do" value="post" class="b go push">
                {t.post}
              </button>
            </p>
          </Sheet>
        </Duo>
      </form>
    </Page>
  );
}

type Words = InventoryWords["entry"];

function Paste({ form, t }: { form: FormState; t: Words }) {
  return (
    <Sheet title={t.paste}>
      <div class="in stack">
        <TextArea {...fieldOf(form, "paste")} label={t.rows} hint={t.pasteHint} rows={6} />
        <p class="acts">
          <button type="submit" name="do" value="paste" class="b" formnovalidate>
            {t.readPaste}
          </button>
        </p>
      </div>
    </Sheet>
  );
}

type Line = EntryRow & { at: number };

function Lines({ shell, form, rows, t }: EntryPageProps & { t: Words }) {
  const { lang } = shell;
  const all = inventoryWords(lang);
  const blank = (
    { at, ...row }: Line,
    { field, label, number, size }: {
      field: keyof EntryRow;
      label: (line: number) => string;
      number?: boolean;
      size: number;
    },
  ) => {
    const name = `lines.${at}.${field}`;
    const problem = form.errors[name];
    return (
      <Blank
        id={fieldId({ name })}
        name={name}
        value={row[field]}
        label={label(at + 1)}
        number={number}
        size={size}
        invalid={Boolean(problem)}
        describedBy={problem && `line-${at}-error`}
      />
    );
  };
  const columns: Column<Line>[] = [
    { head: t.row, quiet: true, cell: ({ at }) => <span class="nw">{at + 1}</span> },
    {
      head: all.nodes.fields.code,
      cell: (row) => blank(row, { field: "sku", label: t.code, size: 20 }),
    },
    {
      head: all.quantity,
      align: "end",
      cell: (row) => blank(row, { field: "quantity", label: t.quantity, number: true, size: 8 }),
    },
    {
      head: all.unit,
      cell: (row) => blank(row, { field: "unit", label: t.unit, size: 6 }),
    },
  ];
  const problemsOf = ({ at }: Line) =>
    ["sku", "quantity", "unit", "node"].map((field) => form.errors[`lines.${at}.${field}`])
      .filter(Boolean);
  return (
    <Table
      caption={t.rows}
      kind="plain"
      columns={columns}
      rows={rows.map((row, at) => ({ ...row, at }))}
      tone={(row) => problemsOf(row).length > 0 ? "err" : undefined}
      sub={(row) =>
        problemsOf(row).length > 0 &&
        <span id={`line-${row.at}-error`}>{problemsOf(row).join(" ")}</span>}
      lang={lang}
    />
  );
}
