import { z } from "zod";
import { listPools } from "~/db/inventory/node_list.ts";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import { type Partner, partnerFunctions, partnerKinds } from "~/domain/channel/partner.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { html } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { flat } from "~/routes/_entry/flat.ts";
import { choice } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { refilled, saveRecord, type ShowForm } from "~/routes/_entry/save_record.ts";
import { amountText } from "~/views/_kit/decimal.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { nameOf } from "~/views/channel/channel_parts.tsx";
import { PartnerFormPage } from "~/views/channel/partner_form_page.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { functionsOf, PartnerForm, usualFunctions } from "./shapes.ts";
import { type AnyCtx, ownOrganisationOptions, regionOptions } from "./tree_options.ts";

const editing = { resource: "partner", action: "edit" } as const;

type Shown = { code?: string; form: FormState; status?: number; isStale?: boolean };

function formPage(ctx: AnyCtx, { code, form, status = 200, isStale }: Shown): Response {
  const stored = code === undefined ? null : findPartnerRecord(ctx.reader, code);
  if (code !== undefined && !stored) throw new NotFound("partner");
  const kind = partnerKinds.find((one) => one === form.values.kind) ?? "dealer";
  return html(
    <PartnerFormPage
      shell={ctx.shell}
      form={form}
      kind={stored?.record.kind ?? kind}
      existing={stored
        ? {
          code: stored.record.code,
          name: nameOf(stored.record, ctx.lang),
          version: Number(form.values.version) || stored.version,
        }
        : undefined}
      isStale={isStale}
      organisations={ownOrganisationOptions(ctx)}
      regions={regionOptions(ctx)}
      pools={listPools(ctx.reader).map((pool) => ({
        value: pool.code,
        label: nameOf(pool, ctx.lang),
      }))}
      showsPhone={!isMasked(ctx.principal, "phone")}
    />,
    status,
  );
}

/** The record as its form shows it; retired addresses stay out of the way. */
function valuesOf({ functions, approvalLimitMinor, addresses = [], ...rest }: Partner) {
  const listed = addresses.filter(({ state }) => state === "active");
  return {
    ...flat({ ...rest, addresses: listed }),
    functions: partnerFunctions.filter((one) => functions[one]),
    approvalLimitMinor: approvalLimitMinor === null ? "" : amountText(approvalLimitMinor),
  };
}

export const newPartner = route({
  method: "GET",
  path: "/partner/new",
  ...editing,
  query: z.object({ kind: choice(partnerKinds) }),
  handle: (ctx) => {
    const kind = ctx.query.kind ?? "dealer";
    const functions = partnerFunctions.filter((one) => usualFunctions[kind][one]);
    const values = { kind, functions, state: "active", currency: "CNY" };
    return formPage(ctx, { form: freshForm(values) });
  },
});

export const partnerEdit = route({
  method: "GET",
  path: "/partner/:code/edit",
  ...editing,
  handle: (ctx) => {
    const { code } = ctx.params;
    const stored = findPartnerRecord(ctx.reader, code);
    if (!stored) throw new NotFound("partner");
    return formPage(ctx, { code, form: freshForm(valuesOf(stored.record)) });
  },
});

const showAs = (ctx: AnyCtx, code?: string): ShowForm => (form, how) =>
  formPage(ctx, { code, form, ...how });

function save(
  ctx: AnyCtx & { form: z.infer<typeof PartnerForm> },
  { code, expected }: { code?: string; expected: Expected },
): Promise<Response> {
  const { version, functions, ...typed } = ctx.form;
  const record = { ...typed, functions: functionsOf(functions), code: code ?? typed.code };
  return saveRecord(ctx, {
    master: partners,
    record,
    expected,
    words: channelWords(ctx.lang).refused,
    values: { ...valuesOf(record), version },
    saved: paths.partner(record.code),
    show: showAs(ctx, code),
  });
}

export const partnerCreate = route({
  method: "POST",
  path: "/partner",
  ...editing,
  form: PartnerForm,
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx)),
  handle: (ctx) => save(ctx, { expected: "new" }),
});

export const partnerSave = route({
  method: "POST",
  path: "/partner/:code",
  ...editing,
  form: PartnerForm.required({ version: true }),
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx, ctx.params.code)),
  handle: (ctx) => save(ctx, { code: ctx.params.code, expected: ctx.form.version }),
});
