import type { z } from "zod";
import { findOrganisation, listOrganisations, organisations } from "~/db/channel/organisations.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import { type Organisation, usualDiscountLimit } from "~/domain/channel/organisation.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import { html } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { refilled, saveRecord, type ShowForm } from "~/routes/_entry/save_record.ts";
import { rateText } from "~/views/_kit/decimal.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { OrganisationFormPage, OrganisationListPage } from "~/views/channel/organisation_pages.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { OrganisationForm } from "./shapes.ts";
import { type AnyCtx, organisationOptions, wholeTree } from "./tree_options.ts";

const editing = { resource: "organisation", action: "edit" } as const;

export const organisationList = route({
  method: "GET",
  path: "/organisation",
  resource: "organisation",
  action: "read",
  handle: (ctx) =>
    html(
      <OrganisationListPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        day={dayOf(ctx.now)}
        rows={listOrganisations(ctx.reader, wholeTree).map(({ record }) => record)}
        may={{ edit: ctx.may("organisation", "edit") }}
      />,
    ),
});

type Shown = { code?: string; form: FormState; status?: number; isStale?: boolean };

function formPage(ctx: AnyCtx, { code, form, status = 200, isStale }: Shown): Response {
  const stored = code === undefined ? null : findOrganisation(ctx.reader, code);
  if (code !== undefined && !stored) throw new NotFound("organisation");
  const version = Number(form.values.version) || (stored?.version ?? 1);
  return html(
    <OrganisationFormPage
      shell={ctx.shell}
      form={form}
      existing={stored ? { code: stored.record.code, version } : undefined}
      isStale={isStale}
      parents={organisationOptions(ctx).filter(({ value }) => value !== code)}
    />,
    status,
  );
}

export const newOrganisation = route({
  method: "GET",
  path: "/organisation/new",
  ...editing,
  handle: (ctx) =>
    formPage(ctx, {
      form: freshForm({
        currency: "CNY",
        validFrom: dayOf(ctx.now),
        discountLimitBasisPoints: rateText(usualDiscountLimit),
      }),
    }),
});

export const organisationPage = route({
  method: "GET",
  path: "/organisation/:code",
  ...editing,
  handle: (ctx) => {
    const { code } = ctx.params;
    const stored = findOrganisation(ctx.reader, code);
    if (!stored) throw new NotFound("organisation");
    return formPage(ctx, { code, form: freshForm(typedOf(stored.record)) });
  },
});

/** The record as its fields are typed: a rate in per cent. */
function typedOf(
  { discountLimitBasisPoints, ...record }: Organisation & { version?: number },
) {
  return { ...record, discountLimitBasisPoints: rateText(discountLimitBasisPoints) };
}

const showAs = (ctx: AnyCtx, code?: string): ShowForm => (form, how) =>
  formPage(ctx, { code, form, ...how });

function save(
  ctx: AnyCtx & { form: z.infer<typeof OrganisationForm> },
  { code, expected }: { code?: string; expected: Expected },
): Promise<Response> {
  const { version: _version, ...typed } = ctx.form;
  return saveRecord(ctx, {
    master: organisations,
    record: { ...typed, code: code ?? typed.code },
    expected,
    words: channelWords(ctx.lang).refused,
    values: typedOf(ctx.form),
    saved: paths.organisations(),
    show: showAs(ctx, code),
  });
}

export const organisationCreate = route({
  method: "POST",
  path: "/organisation",
  ...editing,
  form: OrganisationForm,
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx)),
  handle: (ctx) => save(ctx, { expected: "new" }),
});

export const organisationSave = route({
  method: "POST",
  path: "/organisation/:code",
  ...editing,
  form: OrganisationForm.required({ version: true }),
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx, ctx.params.code)),
  handle: (ctx) => save(ctx, { code: ctx.params.code, expected: ctx.form.version }),
});
