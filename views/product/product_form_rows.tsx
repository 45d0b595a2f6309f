import { Blank } from "~/views/_kit/choice.tsx";
import { fieldId } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Message } from "~/views/_kit/message.tsx";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { productWords } from "./text.ts";

type Props = { form: FormState; lang: Lang };

type Cell = { name: string; label: string; number?: boolean; size: number };

function BlankCell({ form, cell }: { form: FormState; cell: Cell }) {
  const { value, error } = fieldOf(form, cell.name);
  const id = fieldId(cell);
  return (
    <>
      <Blank
        {...cell}
        id={id}
        value={value}
        invalid={error !== undefined}
        describedBy={error && `${id}-error`}
      />
      {error && <p class="note bad" id={`${id}-error`}>{error}</p>}
    </>
  );
}

/** As many rows as are filled, and two to write on. */
function rowNumbers({ values }: FormState, list: string): number[] {
  const filled = Object.keys(values).filter((name) => name.startsWith(`${list}.`))
    .map((name) => Number(name.split(".")[1]) + 1);
  return Array.from({ length: Math.max(0, ...filled) + 2 }, (_, at) => at);
}

type RowsProps = Props & {
  list: string;
  title: string;
  hint: string;
  cells: { field: string; label: string; number?: boolean; size: number }[];
};

function BlankRows({ form, lang, list, title, hint, cells }: RowsProps) {
  const columns: Column<number>[] = cells.map(({ field, label, number, size }) => ({
    head: label,
    align: number ? "end" : undefined,
    cell: (at) => {
      const name = `${list}.${at}.${field}`;
      return <BlankCell form={form} cell={{ name, label: `${label} ${at + 1}`, number, size }} />;
    },
  }));
  const error = form.errors[list];
  return (
    <Sheet id={fieldId({ name: list })} title={title} aside={error ? undefined : hint}>
      {error && <Message tone="bad" fact={error} />}
      <Table
        caption={title}
        kind="plain"
        columns={columns}
        rows={rowNumbers(form, list)}
        lang={lang}
      />
    </Sheet>
  );
}

export function UnitRows(props: Props) {
  const t = productWords(props.lang);
  return (
    <BlankRows
      {...props}
      list="units"
      title={t.sections.units}
      hint={t.hints.units}
      cells={[
        { field: "code", label: t.unitName, size: 8 },
        { field: "factor", label: t.factorHead, number: true, size: 8 },
      ]}
    />
  );
}

export function AttributeRows(props: Props) {
  const t = productWords(props.lang);
  return (
    <BlankRows
      {...props}
      list="attributes"
      title={t.sections.attributes}
      hint={t.hints.attributes}
      cells={[
        { field: "name", label: t.attributeName, size: 12 },
        { field: "value", label: t.attributeValue, size: 20 },
      ]}
    />
  );
}
