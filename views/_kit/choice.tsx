import type { Child } from "hono/jsx";
import type { Option } from "./field.tsx";
import { describe, fieldId, type Labelled, Note } from "./field_parts.tsx";
import type { HxAttributes } from "./hx.ts";

interface CheckboxProps extends Labelled {
  checked?: boolean;
  value?: string;
}

/** Yes or no, the words right of the box. */
export function Checkbox(props: CheckboxProps) {
  const { label, name, checked, value = "true" } = props;
  const id = fieldId(props);
  return (
    <div class="f">
      <label class="tick">
        <input type="checkbox" {...{ id, name, value, checked }} {...describe(props)} />
        <span>{label}</span>
      </label>
      <Note field={props} />
    </div>
  );
}

interface FieldsetProps {
  legend: Child;
  id?: string;
  hint?: Child;
  error?: Child;
  /** Fields beside each other where there is room. */
  columns?: boolean;
  children: Child;
}

/** Fields that belong together. */
export function Fieldset({ legend, id = "set", hint, error, columns, children }: FieldsetProps) {
  const field = { label: legend, name: id, id, hint, error };
  return (
    <fieldset id={id} class={columns ? "set cols" : "set"} {...describe(field)}>
      <legend>{legend}</legend>
      <Note field={field} />
      {children}
    </fieldset>
  );
}

interface RadiosProps extends Labelled {
  options: (Option & { hint?: Child })[];
  value?: string;
}

/** One of a few, all visible. */
export function Radios(props: RadiosProps) {
  const { label, name, options, value, hint, error } = props;
  return (
    <Fieldset legend={label} id={fieldId(props)} hint={hint} error={error}>
      {options.map((option) => (
        <label class="tick">
          <input type="radio" name={name} value={option.value} checked={option.value === value} />
          <span>
            {option.label}
            {option.hint && <small class="q">{option.hint}</small>}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}

interface BlankProps {
  /** Said to screen readers: a blank stands inside a row or a sentence. */
  label: string;
  name: string;
  value?: string | number;
  id?: string;
  /** Right-aligned figures with the number keyboard. */
  number?: boolean;
  placeholder?: string;
  /** Width in characters for browsers without field-sizing. */
  size?: number;
  invalid?: boolean;
  /** The id of the sentence that says what is wrong. */
  describedBy?: string;
  list?: string;
  /** Which cell of the order pad this is. */
  cell?: "code" | "quantity" | "unit" | "discount";
  hx?: HxAttributes;
}

/** An underlined blank: you may write here, inside a sheet, a row, a sentence. */
export function Blank(props: BlankProps) {
  const { label, name, value, id, number, placeholder, size, list, cell, hx } = props;
  return (
    <input
      class={number ? "blank n" : "blank"}
      {...{ id, name, value, placeholder, size, list }}
      inputmode={number ? "numeric" : undefined}
      autocomplete="off"
      aria-label={label}
      aria-invalid={props.invalid ? "true" : undefined}
      aria-describedby={props.describedBy}
      data-cell={cell}
      {...hx}
    />
  );
}

interface BlankSelectProps {
  id?: string;
  label: string;
  name: string;
  options: Option[];
  value?: string;
  cell?: "unit";
  hx?: HxAttributes;
}

/** A choice inside a sentence or a row. */
export function BlankSelect({ id, label, name, options, value, cell, hx }: BlankSelectProps) {
  return (
    <select class="blank" id={id} name={name} aria-label={label} data-cell={cell} {...hx}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>{option.label}</option>
      ))}
    </select>
  );
}
