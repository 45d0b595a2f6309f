import { Blank } from "~/views/_kit/choice.tsx";
import { ErrorSummary, Field, fieldId, Guard, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { FieldSheet, PeriodFields } from "~/views/_kit/record_fields.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { rateCardWords } from "./rate_card_text.ts";

export const zoneFields = [
  "zone",
  "firstWeightGram",
  "first",
  "stepWeightGram",
  "step",
  "leadDays",
] as const;
export type ZoneRow = { [F in typeof zoneFields[number]]: string };

export type RateCardFormProps = {
  shell: Shell;
  form: FormState;
  zones: ZoneRow[];
  card?: { code: string; version: number };
  nodes: Option[];
};

export function RateCardFormPage({ shell, form, zones, card, nodes }: RateCardFormProps) {
  const { lang } = shell;
  const t = rateCardWords(lang);
  const { fields, hints } = t;
  const title = card ? t.editTitle(card.code) : t.new;
  const back = card
    ? { href: paths.rateCard(card.code), label: card.code }
    : { href: paths.rateCards(), label: t.title };
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <form
        class="stack"
        method="post"
        action={card ? paths.rateCard(card.code) : paths.rateCards()}
      >
        <button type="submit" name="do" value="more" class="vh" tabindex={-1} aria-hidden="true">
        </button>
        {form.general && <Message tone="bad" fact={form.general} alert />}
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <FieldSheet label={t.title}>
          {!card && <Field {...fieldOf(form, "code")} label={fields.code} required />}
          <Field
            {...fieldOf(form, "carrierCode")}
            label={fields.carrier}
            hint={hints.carrier}
            required
          />
          <Select
            {...fieldOf(form, "nodeCode")}
            label={fields.node}
            hint={hints.node}
            options={nodes}
            empty={kitWords(lang).choose}
            required
          />
          <PeriodFields {...{ form, fields, hints }} />
        </FieldSheet>
        <Sheet id="f-zones" title={t.zones} aside={t.zonesHint}>
          <div class="scroll" tabindex={0} role="region" aria-label={t.zones}>
            <Zones form={form} zones={zones} lang={lang} />
          </div>
          <Guard version={card?.version} />
          <p class="in acts">
            <button type="submit" name="do" value="more" class="b">{t.more}</button>
            <button type="submit" name="do" value="save" class="b go push">
              {card ? t.save : t.create}
            </button>
          </p>
        </Sheet>
      </form>
    </Page>
  );
}

type Row = ZoneRow & { at: number };
type ZonesProps = Pick<RateCardFormProps, "form" | "zones"> & { lang: Shell["lang"] };

function Zones({ form, zones, lang }: ZonesProps) {
  const t = rateCardWords(lang);
  const columns = zoneFields.map((field): Column<Row> => ({
    head: t.fields[field],
    align: field === "zone" ? undefined : "end",
    cell: (row) => {
      const name = `zones.${row.at}.${field}`;
      return (
        <Blank
          id={fieldId({ name })}
          name={name}
          value={row[field]}
          label={t.inRow(row.at + 1, t.fields[field])}
          number={field !== "zone"}
          size={field === "zone" ? 10 : 7}
          invalid={Boolean(form.errors[name])}
          describedBy={form.errors[name] && `zone-${row.at}-error`}
        />
      );
    },
  }));
  const problemsOf = ({ at }: Row) =>
    zoneFields.map((field) => form.errors[`zones.${at}.${field}`]).filter(Boolean);
  return (
    <Table
      caption={t.zones}
      kind="plain"
      columns={columns}
      rows={zones.map((zone, at) => ({ ...zone, at }))}
      tone={(row) => problemsOf(row).length > 0 ? "err" : undefined}
      sub={(row) =>
        problemsOf(row).length > 0 &&
        <span id={`zone-${row.at}-error`}>{problemsOf(row).join(" ")}</span>}
      lang={lang}
    />
  );
}
