import type { Node, NodeType } from "~/domain/inventory/node.ts";
import type { Weekday } from "~/domain/inventory/weekdays.ts";
import type { Money } from "~/domain/_kernel/money.ts";
import { money } from "~/views/_kit/money.tsx";
import { count } from "~/views/_kit/number.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "./text.ts";

/** A field's value in words, for the page and its history. */
export function nodeValue(field: string, value: unknown, lang: Lang): string {
  const t = inventoryWords(lang).nodes;
  if (value === null || value === undefined) return "";
  switch (field) {
    case "type":
      return t.types[value as NodeType];
    case "state":
      return t.states[value as Node["state"]];
    case "handling": {
      const { amountMinor, currency } = value as Money;
      return money(amountMinor, { currency, mark: true });
    }
    case "openWeekdays":
      return weekOf(value as readonly Weekday[], lang);
    case "leadDays":
      return t.days(count(Number(value)));
    case "dailyCapacity":
      return t.parcels(count(Number(value)));
    default:
      return typeof value === "boolean" ? kitWords(lang)[value ? "yes" : "no"] : String(value);
  }
}

function weekOf(days: readonly Weekday[], lang: Lang): string {
  const t = inventoryWords(lang).nodes;
  if (days.length === 7) return t.everyDay;
  if (days.length === 0) return t.never;
  return days.map((day) => t.weekdays[day]).join(kitWords(lang).listComma);
}

/** What a field of the record is called. */
export function nodeField(field: string, lang: Lang): string {
  const { fields, functions } = inventoryWords(lang).nodes;
  const names: Readonly<Record<string, string>> = {
    ...fields,
    organisationCode: fields.organisation,
    regionCode: fields.region,
    partnerCode: fields.partner,
    poolCode: fields.pool,
    dailyCapacity: fields.capacity,
    openWeekdays: fields.weekdays,
    ...functions,
  };
  return names[field] ?? field;
}
