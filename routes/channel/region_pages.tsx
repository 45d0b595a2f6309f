import type { z } from "zod";
import { findRegion, listRegions, regions } from "~/db/channel/regions.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import { html } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { refilled, saveRecord, type ShowForm } from "~/routes/_entry/save_record.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { RegionFormPage, RegionListPage } from "~/views/channel/region_pages.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { RegionForm } from "./shapes.ts";
import { type AnyCtx, regionOptions, wholeTree } from "./tree_options.ts";

const editing = { resource: "region", action: "edit" } as const;

export const regionList = route({
  method: "GET",
  path: "/region",
  resource: "region",
  action: "read",
  handle: (ctx) =>
    html(
      <RegionListPage
        shell={ctx.shell}
        rows={listRegions(ctx.reader, wholeTree).map(({ record }) => record)}
        may={{ edit: ctx.may("region", "edit"), partners: ctx.may("partner", "read") }}
      />,
    ),
});

type Shown = { code?: string; form: FormState; status?: number; isStale?: boolean };

function formPage(ctx: AnyCtx, { code, form, status = 200, isStale }: Shown): Response {
  const stored = code === undefined ? null : findRegion(ctx.reader, code);
  if (code !== undefined && !stored) throw new NotFound("region");
  const version = Number(form.values.version) || (stored?.version ?? 1);
  return html(
    <RegionFormPage
      shell={ctx.shell}
      form={form}
      existing={stored ? { code: stored.record.code, version } : undefined}
      isStale={isStale}
      parents={regionOptions(ctx).filter(({ value }) => value !== code)}
    />,
    status,
  );
}

export const newRegion = route({
  method: "GET",
  path: "/region/new",
  ...editing,
  handle: (ctx) => formPage(ctx, { form: freshForm() }),
});

export const regionPage = route({
  method: "GET",
  path: "/region/:code",
  ...editing,
  handle: (ctx) => {
    const { code } = ctx.params;
    const stored = findRegion(ctx.reader, code);
    if (!stored) throw new NotFound("region");
    return formPage(ctx, { code, form: freshForm(stored.record) });
  },
});

const showAs = (ctx: AnyCtx, code?: string): ShowForm => (form, how) =>
  formPage(ctx, { code, form, ...how });

function save(
  ctx: AnyCtx & { form: z.infer<typeof RegionForm> },
  { code, expected }: { code?: string; expected: Expected },
): Promise<Response> {
  const { version: _version, ...typed } = ctx.form;
  return saveRecord(ctx, {
    master: regions,
    record: { ...typed, code: code ?? typed.code },
    expected,
    words: channelWords(ctx.lang).refused,
    values: ctx.form,
    saved: paths.regions(),
    show: showAs(ctx, code),
  });
}

export const regionCreate = route({
  method: "POST",
  path: "/region",
  ...editing,
  form: RegionForm,
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx)),
  handle: (ctx) => save(ctx, { expected: "new" }),
});

export const regionSave = route({
  method: "POST",
  path: "/region/:code",
  ...editing,
  form: RegionForm.required({ version: true }),
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx, ctx.params.code)),
  handle: (ctx) => save(ctx, { code: ctx.params.code, expected: ctx.form.version }),
});
