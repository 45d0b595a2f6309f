import type { PickLine } from "~/domain/dispatch/read_models.ts";
import { Blank } from "~/views/_kit/choice.tsx";
import { ErrorSummary, Field, fieldId, Guard, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import type { FulfilmentPageProps } from "./fulfilment_page.tsx";
import { GoodsName, packs } from "./parts.tsx";
import { dispatchWords } from "./text.ts";

type Line = PickLine & {
  /** Its place among the lines of the form; below 0 where nothing of it is left. */
  index: number;
  form: FormState;
};

/** The lines to pick; once released, with what leaves now, who carries it and under which number. */
export function ShipForm(props: FulfilmentPageProps) {
  const { shell, part, may, form, carriers, idempotencyKey } = props;
  const { lang } = shell;
  const t = dispatchWords(lang).part;
  const isOpen = may.ship && (part.state === "released" || part.state === "part_shipped");
  const lines = part.lines.map((line) => ({ ...line, index: placeOf(line, form), form }));
  const units = part.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const table = (
    <Table
      caption={t.lines}
      kind="lines"
      columns={columns(lang, isOpen)}
      rows={lines}
      sub={(line) => {
        const error = errorOf(line);
        return error && <span class="bad" id={`${quantityId(line)}-error`}>{error}</span>;
      }}
      tone={(line) => errorOf(line) ? "err" : undefined}
      lang={lang}
    />
  );
  return (
    <Sheet title={t.lines} aside={t.lineCount(part.lines.length, units)}>
      {form.general && <Message tone="bad" fact={form.general} alert />}
      {!isOpen && table}
      {!isOpen && part.state === "planned" && (
        <In>
          <p class="q">{t.notReleased}</p>
        </In>
      )}
      {!isOpen && part.state === "shipped" && (
        <In>
          <p class="q">{t.nothingLeft}</p>
        </In>
      )}
      {isOpen && (
        <form method="post" action={paths.newShipment(part.number)}>
          <ErrorSummary errors={summary(form)} lang={lang} />
          {table}
          <div class="in cut cols set">
            <Select
              {...fieldOf(form, "carrier")}
              label={t.carrier}
              options={carriers}
              empty={t.chooseCarrier}
            />
            <Field
              {...fieldOf(form, "trackingNumber")}
              label={t.tracking}
              hint={t.trackingHint}
              maxlength={60}
              autocomplete="off"
            />
          </div>
          <div class="in">
            <Guard version={part.version} idempotencyKey={idempotencyKey} />
            <p class="acts">
              <button type="submit" class="b go">{t.ship}</button>
              <span class="note">{t.shipRest}</span>
            </p>
          </div>
        </form>
      )}
    </Sheet>
  );
}

type Typed = { lineNo: string | number; packs?: string | number; rest?: string | number };

function typedLines({ values }: FormState): Typed[] {
  return Array.isArray(values.lines) ? values.lines as Typed[] : [];
}

function placeOf({ lineNo }: PickLine, form: FormState): number {
  return typedLines(form).findIndex((typed) => Number(typed.lineNo) === lineNo);
}

const quantityId = ({ index }: { index: number }) => `ship-${index}`;

function errorOf({ form: { errors }, index }: Line): string | undefined {
  const at = `lines.${index}`;
  return errors[`${at}.quantity`] ?? errors[`${at}.packs`] ?? errors[`${at}.rest`];
}

/** An error of a line leads to its first blank. */
function summary({ errors }: FormState): { id: string; text: string }[] {
  return Object.entries(errors).map(([name, text]) => {
    const index = /^lines\.(\d+)/.exec(name)?.[1];
    return {
      id: index === undefined ? fieldId({ name }) : quantityId({ index: Number(index) }),
      text,
    };
  });
}

function columns(lang: Lang, isOpen: boolean): Column<Line>[] {
  const t = dispatchWords(lang).part;
  const inPacks = (quantity: number, { units, baseUnit }: Line) => packs(quantity, units, baseUnit);
  return [
    { head: t.name, card: "name", cell: (line) => <GoodsName goods={line} lang={lang} /> },
    { head: t.code, card: "pr", quiet: true, cell: ({ sku }) => sku },
    { head: t.wanted, align: "end", card: "amt", cell: (line) => inPacks(line.quantity, line) },
    {
      head: t.left,
      align: "end",
      quiet: true,
      cell: (line) => line.left === line.quantity ? "—" : inPacks(line.left, line),
    },
    ...(isOpen
      ? [{
        head: t.now,
        align: "end" as const,
        card: "qty" as const,
        cell: (line: Line) => line.index < 0 ? "—" : <Now line={line} lang={lang} />,
      }]
      : []),
  ];
}

/** What leaves now, in the unit that was sold and in loose ones; filled with what is left. */
function Now({ line, lang }: { line: Line; lang: Lang }) {
  const { form, index, unit, baseUnit, lineNo } = line;
  const t = dispatchWords(lang).part;
  const at = `lines.${index}`;
  const typed = typedLines(form)[index];
  const invalid = errorOf(line) !== undefined;
  const blank = (field: "packs" | "rest", word: string) => (
    <>
      <Blank
        id={field === "packs" ? quantityId(line) : undefined}
        label={t.nowFor(named(line, lang), word)}
        name={`${at}.${field}`}
        value={String(typed?.[field] ?? "")}
        number
        size={4}
        invalid={invalid}
        describedBy={invalid ? `${quantityId(line)}-error` : undefined}
      />{" "}
      {word}
    </>
  );
  return (
    <span class="this-time">
      <input type="hidden" name={`${at}.lineNo`} value={lineNo} />
      {blank("packs", unit.code)}
      {unit.factor > 1 && blank("rest", baseUnit)}
    </span>
  );
}
