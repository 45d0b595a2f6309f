import { Blank, BlankSelect, Checkbox, Fieldset, Radios } from "./choice.tsx";
import { Confirm } from "./dialog.tsx";
import { ErrorSummary, Field, Select, TextArea } from "./field.tsx";
import type { SampleProps } from "./kit_page.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { paths } from "./paths.ts";
import { Saved } from "./saved.tsx";
import { In, Sheet } from "./sheet.tsx";

export function ButtonSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const dialog = `cancel-${mark}`;
  return (
    <Sheet
      title={t.buttons}
      aside={<Saved id={`saved-${mark}`} at={reading.now} reading={reading} />}
    >
      <In>
        <p class="acts">
          <button type="button" class="b go">{t.confirm}</button>
          <button type="button" class="b">{t.export}</button>
          <button type="button" class="b" disabled>{t.wait}</button>
          <button type="button" class="b s">{t.export}</button>
          <a class="b" href={paths.kit()} data-dialog={dialog}>{t.cancel}</a>
          <button type="button" class="link">{t.fix}</button>
          <Saved id={`failed-${mark}`} at={null} failed reading={reading} />
        </p>
      </In>
      <Confirm
        id={dialog}
        title={t.cancelTitle}
        action={paths.kit()}
        verb={t.cancel}
        fields={<Field label={t.why} name={`because-${mark}`} required />}
        bad
        lang={reading.lang}
      >
        {t.cancelWhat}
      </Confirm>
    </Sheet>
  );
}

export function FieldSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const lang = reading.lang;
  const named = (name: string) => `${name}-${mark}`;
  const pays = t.pays.map((label, at) => ({ value: String(at), label, hint: at ? "" : t.payHint }));
  return (
    <Sheet title={t.fields}>
      <ErrorSummary errors={[{ id: `f-${named("code")}`, text: t.codeError }]} lang={lang} />
      <form class="in" action={paths.kit()}>
        <Fieldset legend={t.fields} id={named("set")} columns>
          <Field label={t.phone} name={named("phone")} hint={t.phoneHint} inputmode="tel" />
          <Field
            label={t.code}
            name={named("code")}
            value="4821"
            error={t.codeError}
            beside={<button type="button" class="b" disabled>{t.wait}</button>}
          />
          <Select
            label={t.warehouse}
            name={named("warehouse")}
            options={t.warehouses.map((label) => ({ value: label, label }))}
          />
          <Field label={t.placed} name={named("date")} type="date" value="2026-11-25" />
        </Fieldset>
        <TextArea label={t.note} name={named("note")} value="" />
        <Checkbox label={t.invoice} name={named("invoice")} checked />
        <Radios label={t.pay} name={named("pay")} options={pays} value="0" />
      </form>
      <p class="say">
        {t.blankBefore} <Blank label={t.blank} name={named("threshold")} value={20} size={2} />{" "}
        <BlankSelect
          label={t.warehouse}
          name={named("where")}
          options={t.warehouses.map((label) => ({ value: label, label }))}
        />{" "}
        {t.blankAfter}
      </p>
    </Sheet>
  );
}
