import { nodeTypes } from "~/domain/inventory/node.ts";
import { weekInOrder } from "~/domain/inventory/weekdays.ts";
import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CodeAndNames, FieldSheet } from "~/views/_kit/record_fields.tsx";
import { MasterFormPage, type MasterFormProps } from "~/views/_kit/record_form.tsx";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { type InventoryWords, inventoryWords } from "./text.ts";

type Choices = { organisations: Option[]; regions: Option[]; pools: Option[] };
type Props = MasterFormProps & { choices: Choices };

export function NodeFormPage(props: Props) {
  const { shell, form, existing, choices } = props;
  const { lang } = shell;
  const t = inventoryWords(lang).nodes;
  return (
    <MasterFormPage
      {...props}
      words={{ new: t.newTitle, edit: t.editTitle, create: t.create, save: t.save }}
      list={{ href: paths.nodes(), label: t.title }}
      at={paths.node}
      hasPage
    >
      <What form={form} isNew={!existing} t={t} />
      <Where form={form} choices={choices} lang={lang} t={t} />
      <Work form={form} t={t} />
    </MasterFormPage>
  );
}

type Words = InventoryWords["nodes"];
type Part = { form: FormState; t: Words };

function What({ form, isNew, t }: Part & { isNew: boolean }) {
  return (
    <FieldSheet title={t.sections.what}>
      <CodeAndNames {...{ form, isNew }} fields={t.fields} hints={t.hints} />
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
    </FieldSheet>
  );
}

function Where(
  { form, choices, lang, t }: Part & { choices: Choices; lang: Lang },
) {
  const { choose } = kitWords(lang);
  return (
    <FieldSheet title={t.sections.where}>
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
    </FieldSheet>
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
