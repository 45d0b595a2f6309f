import type { RateZone } from "~/domain/dispatch/rate_card.ts";
import { BadInput } from "~/routes/_entry/errors.ts";
import { stoppedForm } from "~/routes/_entry/form_state.ts";
import type { ZoneRow } from "~/views/dispatch/rate_card_form_page.tsx";
import { rateCardWords } from "~/views/dispatch/rate_card_text.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { texts } from "~/views/text.ts";
import { zoneOf, ZoneText } from "./rate_card_shapes.ts";

type Read = { zones: RateZone[]; errors: Record<string, string> };

/** Typed rows as zones in a currency, or words beside the cells that do not hold. */
export function readZones(rows: readonly ZoneRow[], currency: string, lang: Lang): Read {
  const read: Read = { zones: [], errors: {} };
  if (rows.length === 0) read.errors.zones = rateCardWords(lang).noZones;
  rows.forEach((row, at) => {
    const found = ZoneText.safeParse(row);
    if (!found.success) {
      const { errors } = stoppedForm(new BadInput(found.error.issues, row), lang);
      for (const [field, said] of Object.entries(errors)) {
        read.errors[`zones.${at}.${field}`] = said;
      }
      return;
    }
    const { zone, wrong = [] } = zoneOf(found.data, currency);
    if (zone) read.zones.push(zone);
    for (const field of wrong) {
      read.errors[`zones.${at}.${field}`] = texts(lang).platform.issues.named.not_an_amount;
    }
  });
  return read;
}
