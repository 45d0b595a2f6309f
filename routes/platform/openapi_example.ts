type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

const formats: Record<string, string> = {
  "date-time": "2026-11-22T02:00:00.000Z",
  date: "2026-11-22",
  uri: "https://example.com/",
  email: "wang@example.com",
};

/** What our fields usually hold, by their names; only used where the schema takes it. */
const names: Record<string, unknown> = {
  code: "QY-0001",
  sku: "QY-0001",
  dealer: "D320301",
  node: "XZ",
  nameZh: "天然矿泉水",
  nameEn: "Natural mineral water",
  specification: "550 ml × 24",
  brand: "清屿",
  unit: "箱",
  baseUnit: "瓶",
  salesUnit: "瓶",
  currency: "CNY",
  amountMinor: 1250,
  quantity: 24,
  receivedOn: "2026-11-22",
  barcode: "6901234567892",
  province: "江苏省",
  city: "徐州市",
  note: "周三上午送",
  phone: "0516-83720018",
  contact: "周小满",
  street: "淮海东路 18 号",
  zone: "江苏省",
  grade: "A",
  categoryCode: "WATER",
  organisationCode: "QY",
  regionCode: "HD",
  poolCode: "HD",
  carrierCode: "SF",
  nodeCode: "XZ",
  validFrom: "2026-01-01",
  validUntil: "2027-01-01",
  requiredOn: "2026-11-25",
  price: "3.5",
};

/** A value the schema takes: its own example where it has one, otherwise what fields of this name hold. */
export function exampleOf(given: unknown, name = ""): unknown {
  const schema = (given ?? {}) as Schema;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (typeof schema.default === "boolean" || typeof schema.default === "number") {
    return schema.default;
  }
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice, name);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part) as object));
  }
  return plainest(schema, name);
}

function plainest(schema: Schema, name: string): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, exampleOf(inner, key)]),
      );
    case "array":
      return schema.minItems || !schema.default ? [exampleOf(schema.items, name)] : schema.default;
    case "integer":
    case "number":
      return numberFor(schema, name);
    case "boolean":
      return true;
    case "string":
      return textFor(schema, name);
    default:
      return null;
  }
}

function numberFor(schema: Schema, name: string): number {
  const { minimum = 1, exclusiveMinimum = 0, maximum = Infinity } = schema;
  const named = names[name];
  const least = Math.max(minimum, exclusiveMinimum + 1);
  return typeof named === "number" && named >= least && named <= maximum ? named : least;
}

/** Our patterns are dates, amounts, codes and names; one of these fits most of them. */
const texts = ["QY-0001", "2026-11-22", "12.50", "7", "CNY", "zh", "2026-11-22T02:00:00.000Z"];

function textFor(schema: Schema, name: string): string {
  const { pattern, format, minLength = 0, maxLength = Infinity } = schema;
  const candidates = [names[name], formats[format ?? ""], ...texts];
  const fits = candidates.find((text) =>
    typeof text === "string" && text.length >= minLength && text.length <= maxLength &&
    (!pattern || new RegExp(pattern, "u").test(text))
  );
  return String(fits ?? texts[0]);
}
