import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { listPools } from "~/db/inventory/node_list.ts";
import { type Partner, partnerFunctions, partnerKinds } from "~/domain/channel/partner.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { amountText } from "~/views/_kit/decimal.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import type { MasterFormProps } from "~/views/_kit/record_form.tsx";
import { PartnerFormPage } from "~/views/channel/partner_form_page.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { functionsOf, PartnerForm, usualFunctions } from "./shapes.ts";
import { ownOrganisationOptions, regionOptions } from "./tree_options.ts";

/** The record as its form shows it; retired addresses stay out of the way. */
function valuesOf({ functions, approvalLimitMinor, addresses = [], ...rest }: Partner) {
  const listed = addresses.filter(({ state }) => state === "active");
  return {
    ...rest,
    addresses: listed,
    functions: partnerFunctions.filter((one) => functions[one]),
    approvalLimitMinor: approvalLimitMinor === null ? "" : amountText(approvalLimitMinor),
  };
}

/** What a partner of the kind that was asked for begins with. */
function fresh({ url }: AnyCtx) {
  const kind = partnerKinds.find((one) => one === url.searchParams.get("kind")) ?? "dealer";
  const functions = partnerFunctions.filter((one) => usualFunctions[kind][one]);
  return { kind, functions, state: "active", currency: "CNY" };
}

function page(ctx: AnyCtx, form: MasterFormProps) {
  const { reader, lang, principal } = ctx;
  return (
    <PartnerFormPage
      {...form}
      kind={partnerKinds.find((one) => one === form.form.values.kind) ?? "dealer"}
      organisations={ownOrganisationOptions(ctx)}
      regions={regionOptions(ctx)}
      pools={optionsOf(listPools(reader), lang)}
      showsPhone={!isMasked(principal, "phone")}
    />
  );
}

export const partnerForms = masterForms({
  path: "/partner",
  form: "edit",
  resource: "partner",
  master: partners,
  find: findPartnerRecord,
  fields: PartnerForm,
  recordOf: ({ functions, ...typed }): Partner => ({ ...typed, functions: functionsOf(functions) }),
  fresh,
  valuesOf,
  words: (lang) => channelWords(lang).refused,
  saved: paths.partner,
  page,
});
