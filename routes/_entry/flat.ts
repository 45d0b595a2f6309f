/** Nested fields by the names a form gives them: `units.0.code`; lists of words stay lists. */
export function flat(value: unknown, name = ""): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return { [name]: value };
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return { [name]: value };
  }
  const fields: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    Object.assign(fields, flat(inner, name ? `${name}.${key}` : key));
  }
  return fields;
}
