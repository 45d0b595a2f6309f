import { nodeTypes } from "~/domain/inventory/node.ts";
import { weekInOrder } from "~/domain/inventory/weekdays.ts";
import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { type InventoryWords, inventoryWords } from "./text.ts";

export type NodeFormProps = {
  shell: Shell;
  form: FormState;
  /** Absent for a new node. */
  node?: { code: string; name: string; version: number; stale?: boolean };
  choices: { organisations: Option[]; regions: Option[]; pools: Option[] };
};

export function NodeFormPage({ shell, form, node, choices }: NodeFormProps) {
  const { lang } = shell;
  const t = inventoryWords(lang).nodes;
  const title = node ? t.editTitle(node.name) : t.newTitle;
  const back = node
    ? { href: paths.node(node.code), label: node.name }
    : { href: paths.nodes(), label: t.title };
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <RecordForm
        action={node ? paths.node(node.code) : paths.nodes()}
        form={form}
        version={node?.version}
        staleHref={node?.stale ? paths.node(node.code) : undefined}
        submit={node ? t.save : t.create}
        lang={lang}
      >
        <What form={form} isNew={!node} t={t} />
        <Where form={form} choices={choices} lang={lang} t={t} />
        <Work form={form} t={t} />
      </RecordForm>
    </Page>
  );
}

type Words = InventoryWords["nodes"];
type Part = { form: FormState; t: Words };

function What({ form, isNew, t }: Part & { isNew: boolean }) {
  return (
    <Sheet title={t.sections.what}>
      <div class="in set cols">
        {isNew && (
          <Field {...fieldOf(form, "code")} label={t.fields.code} hint={t.hints.code} required />
        )}
        <Field {...fieldOf(form, "nameZh")} label={t.fields.nameZh} required />
        <Field {...fieldOf(form, "nameEn")} label={t.fields.nameEn} hint={t.hints.nameEn} />
        <Select
          {...fieldOf(form, "type")}
          label={t.fields.type}
          options={nodeTypes.map((type) => ({ value: type, label: t.types[type] }))}
        />
        <Select
          {...fieldOf(form, "state")}
          label={t.fields.state}
          options={(["active", "inactive"] as const).map((state) => ({
            value: state,
            label: t.states[state],
          }))}
        />
      </div>
    </Sheet>
  );
}

function Where(
  { form, choices, lang, t }: Part & Pick<NodeFormProps, "choices"> & { lang: "zh" | "en" },
) {
  const { choose } = kitWords(lang);
  return (
    <Sheet title={t.sections.where}>
      <div class="in set cols">
        <Select
          {...fieldOf(form, "organisationCode")}
          label={t.fields.organisation}
          options={choices.organisations}
          empty={choose}
          required
        />
        <Select
          {...fieldOf(form, "regionCode")}
          label={t.fields.region}
          options={choices.regions}
          empty={choose}
          required
        />
        <Field {...fieldOf(form, "province")} label={t.fields.province} required />
        <Field {...fieldOf(form, "city")} label={t.fields.city} required />
        <Select
          {...fieldOf(form, "poolCode")}
          label={t.fields.pool}
          hint={t.hints.pool}
          options={choices.pools}
          empty={t.noPool}
        />
        <Field
          {...fieldOf(form, "partnerCode")}
          label={t.fields.partner}
          hint={t.hints.partner}
        />
      </div>
    </Sheet>
  );
}

function Work({ form, t }: Part) {
  return (
    <Sheet title={t.sections.work}>
      <div class="in stack">
        <Fieldset legend={t.fields.functions} id="f-functions" columns>
          <Checkbox
            {...fieldOf(form, "stocks")}
            label={t.functions.stocks}
            hint={t.hints.stocks}
            value="true"
            checked={form.values.stocks === "true"}
          />
          <Checkbox
            {...fieldOf(form, "ships")}
            label={t.functions.ships}
            hint={t.hints.ships}
            value="true"
            checked={form.values.ships === "true"}
          />
        </Fieldset>
        <Fieldset legend={t.fields.weekdays} id="f-openWeekdays" columns>
          {weekInOrder.map((day) => (
            <Checkbox
              name="openWeekdays[]"
              id={`f-day-${day}`}
              label={t.weekdays[day]}
              value={day}
              checked={isChosen(form, "openWeekdays", day)}
            />
          ))}
        </Fieldset>
        <div class="set cols">
          <Field
            {...fieldOf(form, "leadDays")}
            label={t.fields.leadDays}
            hint={t.hints.leadDays}
            inputmode="numeric"
          />
          <Field
            {...fieldOf(form, "dailyCapacity")}
            label={t.fields.capacity}
            hint={t.hints.capacity}
            inputmode="numeric"
          />
          <Field
            {...fieldOf(form, "handling")}
            label={t.fields.handling}
            hint={t.hints.handling}
            inputmode="decimal"
          />
        </div>
      </div>
    </Sheet>
  );
}
