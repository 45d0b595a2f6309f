import { Field } from "./field.tsx";
import { fieldOf, type FormState } from "./form_state.ts";
import { Sheet, type SheetProps } from "./sheet.tsx";

/** A part of a form: its fields side by side where there is room. */
export function FieldSheet({ children, ...sheet }: SheetProps) {
  return (
    <Sheet {...sheet}>
      <div class="in set cols">{children}</div>
    </Sheet>
  );
}

export interface NameWords {
  fields: { code: string; nameZh: string; nameEn: string };
  hints: { code?: string; nameEn: string };
}

interface CodeAndNamesProps extends NameWords {
  form: FormState;
  /** A code once given stays. */
  isNew: boolean;
}

/** The three fields every record begins with. */
export function CodeAndNames({ form, fields, hints, isNew }: CodeAndNamesProps) {
  return (
    <>
      <Field
        {...fieldOf(form, "code")}
        label={fields.code}
        hint={hints.code}
        maxlength={40}
        readonly={!isNew}
        required
      />
      <Field {...fieldOf(form, "nameZh")} label={fields.nameZh} maxlength={120} required />
      <Field
        {...fieldOf(form, "nameEn")}
        label={fields.nameEn}
        hint={hints.nameEn}
        maxlength={120}
      />
    </>
  );
}

interface PeriodFieldsProps {
  form: FormState;
  fields: { validFrom: string; validUntil: string };
  hints: { validFrom?: string; validUntil: string };
}

/** The days from which and until which a record holds. */
export function PeriodFields({ form, fields, hints }: PeriodFieldsProps) {
  return (
    <>
      <Field
        {...fieldOf(form, "validFrom")}
        type="date"
        label={fields.validFrom}
        hint={hints.validFrom}
        required
      />
      <Field
        {...fieldOf(form, "validUntil")}
        type="date"
        label={fields.validUntil}
        hint={hints.validUntil}
      />
    </>
  );
}
