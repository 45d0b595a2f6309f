import type { Address, Partner, PartnerFunction, PartnerKind } from "~/domain/channel/partner.ts";
import { partnerFunctions } from "~/domain/channel/partner.ts";
import { money } from "~/views/_kit/money.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { channelWords } from "./text.ts";

export function PartnerStatus({ state, lang }: { state: Partner["state"]; lang: Lang }) {
  const stage = state === "active" ? "p4" : "stop";
  return <Status stage={stage}>{channelWords(lang).states[state]}</Status>;
}

export function functionsText(functions: Partner["functions"], lang: Lang): string {
  const t = channelWords(lang);
  const named = partnerFunctions.filter((one) => functions[one]).map((one) => t.functions[one]);
  return named.join(kitWords(lang).listComma);
}

export function addressText({ province, city, street }: Address): string {
  return [province, city, street].filter(Boolean).join(" ");
}

/** A field of a partner as somebody reads it: for the history. */
export function partnerFieldText(field: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined || value === "") return "";
  const t = channelWords(lang);
  if (field === "kind") return t.kinds[value as PartnerKind];
  if (field === "state") return t.states[value as Partner["state"]];
  if (field === "functions") {
    return functionsText(value as Record<PartnerFunction, boolean>, lang);
  }
  if (field === "approvalLimitMinor") return money(Number(value));
  if (field === "addresses") return addressSummary(value as Address, lang);
  return String(value);
}

function addressSummary(address: Address, lang: Lang): string {
  const t = channelWords(lang);
  const { contact, phone, isDefault, state } = address;
  const marks = [
    isDefault && t.address.defaultMark,
    state === "retired" && t.addressStates.retired,
  ];
  return [addressText(address), contact, phone, ...marks].filter(Boolean).join(" ");
}
