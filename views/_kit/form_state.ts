/** What a form shows when it comes back: what was typed, and what is wrong, by field name. */
export interface FormState {
  values: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
  /** What is wrong with no single field. */
  general?: string;
}

/** A form nobody has typed into yet, with the values it starts with. */
export function freshForm(values: FormState["values"] = {}): FormState {
  return { values, errors: {} };
}

/** The value and the error of one field, ready to spread into a `<Field>`. */
export function fieldOf(
  { values, errors }: FormState,
  name: string,
): { name: string; value: string; error?: string } {
  const value = values[name];
  return { name, value: value == null ? "" : String(value), error: errors[name] };
}

/** Whether a choice of several (`roles[]`) holds this option. */
export function isChosen({ values }: FormState, name: string, option: string): boolean {
  const value = values[name];
  return Array.isArray(value) && value.includes(option);
}

/** The list for an `<ErrorSummary>`, with the ids that `<Field>` gives its controls. */
export function summaryOf(
  { errors }: FormState,
  idOf: (field: { name: string }) => string,
): { id: string; text: string }[] {
  return Object.entries(errors).map(([name, text]) => ({ id: idOf({ name }), text }));
}
