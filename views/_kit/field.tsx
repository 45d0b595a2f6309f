import type { Child } from "hono/jsx";
import { describe, fieldId, type Labelled, Note } from "./field_parts.tsx";
import type { HxAttributes } from "./hx.ts";

export {
  ErrorSummary,
  type FieldError,
  fieldId,
  Guard,
  type GuardProps,
  type Labelled,
} from "./field_parts.tsx";

export interface InputProps {
  value?: string | number;
  type?:
    | "text"
    | "password"
    | "email"
    | "tel"
    | "url"
    | "search"
    | "date"
    | "number"
    | "month"
    | "file";
  inputmode?: "numeric" | "decimal" | "tel" | "email";
  autocomplete?: string;
  placeholder?: string;
  required?: boolean;
  maxlength?: number;
  readonly?: boolean;
  autofocus?: boolean;
  /** A MIME list for files. */
  accept?: string;
  hx?: HxAttributes;
}

interface FieldProps extends Labelled, InputProps {
  /** A button at the box's right: 48 秒后重发. */
  beside?: Child;
}

/** A boxed field of a stand-alone form: label above, hint or error under. */
export function Field(props: FieldProps) {
  const { label, name, beside, hint: _hint, error: _error, hx, type = "text", ...input } = props;
  const id = fieldId(props);
  const control = (
    <input {...input} {...describe(props)} {...hx} {...{ class: "box", id, name, type }} />
  );
  return (
    <div class="f">
      <label for={id}>{label}</label>
      {beside ? <div class="or">{control}{beside}</div> : control}
      <Note field={props} />
    </div>
  );
}

interface TextAreaProps extends Labelled {
  value?: string;
  rows?: number;
  maxlength?: number;
  required?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, name, value = "", rows = 3, maxlength, required } = props;
  const id = fieldId(props);
  return (
    <div class="f">
      <label for={id}>{label}</label>
      <textarea class="box" {...{ id, name, rows, maxlength, required }} {...describe(props)}>
        {value}
      </textarea>
      <Note field={props} />
    </div>
  );
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends Labelled {
  options: Option[];
  value?: string;
  /** The first, empty choice: 选一个. */
  empty?: string;
  required?: boolean;
  hx?: HxAttributes;
}

/** One of a list. */
export function Select(props: SelectProps) {
  const { label, name, options, value, empty, required, hx } = props;
  const id = fieldId(props);
  return (
    <div class="f">
      <label for={id}>{label}</label>
      <select class="box" {...{ id, name, required }} {...describe(props)} {...hx}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>{option.label}</option>
        ))}
      </select>
      <Note field={props} />
    </div>
  );
}
