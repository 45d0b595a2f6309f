export type FieldChange = { field: string; before: string | null; after: string | null };

/** Fields that say which thing it is, not what became of it. */
const frame = new Set(["type", "subject"]);

/**
 * What an event says, field by field. A saved record or a change that carries its before is shown as
 * what differs; anything else as what it holds.
 */
export function changesOf(event: Readonly<Record<string, unknown>>): FieldChange[] {
  const { before, record, ...rest } = event;
  if (record !== undefined) return difference(flat(before), flat(record));
  if (isObject(before)) {
    const now = Object.fromEntries(Object.keys(before).map((key) => [key, event[key]]));
    const others = Object.entries(rest).filter(([key]) => !(key in before));
    return [...difference(flat(before), flat(now)), ...held(Object.fromEntries(others))];
  }
  return held(rest);
}

function held(fields: Record<string, unknown>): FieldChange[] {
  const shown = Object.fromEntries(Object.entries(fields).filter(([key]) => !frame.has(key)));
  return Object.entries(flat(shown)).map(([field, after]) => ({ field, before: null, after }));
}

function difference(before: Flat, after: Flat): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }))
    .filter(({ before, after }) => before !== after);
}

type Flat = Record<string, string>;

/** `lines.3.quantity` for what stands deep inside; nothing for null. */
function flat(value: unknown, path = ""): Flat {
  if (value === null || value === undefined) return {};
  if (Array.isArray(value) && value.length === 0) return {};
  if (Array.isArray(value) && value.every((each) => !isObject(each))) {
    return { [path]: value.join(", ") };
  }
  if (!isObject(value) && !Array.isArray(value)) return { [path]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flat(inner, path ? `${path}.${key}` : key)),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
