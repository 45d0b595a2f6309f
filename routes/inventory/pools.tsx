import { put } from "~/db/_engine/put.ts";
import { listPools } from "~/db/inventory/node_list.ts";
import { findPool, pools } from "~/db/inventory/pools.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { Pool } from "~/domain/inventory/pool.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { type AnyCtx, ownOrganisationOptions } from "~/routes/channel/tree_options.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { PoolFormPage, PoolListPage } from "~/views/inventory/pool_pages.tsx";
import { inventoryWords } from "~/views/inventory/text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { PoolForm } from "./shapes.ts";

type PoolValues = Omit<Pool, "code"> & { version?: number };

export const poolList = route({
  method: "GET",
  path: "/pool",
  resource: "node",
  action: "read",
  handle: (ctx) =>
    html(
      <PoolListPage
        shell={ctx.shell}
        rows={listPools(ctx.reader)}
        mayEdit={ctx.may("node", "edit")}
      />,
    ),
});

function formPage(ctx: AnyCtx, form: FormState, stored: Stored<Pool> | null, status = 200) {
  const pool = stored
    ? {
      code: stored.record.code,
      name: named(stored.record, ctx.lang),
      version: stored.version,
      stale: status === 409,
    }
    : undefined;
  const organisations = ownOrganisationOptions(ctx);
  return html(<PoolFormPage shell={ctx.shell} {...{ form, pool, organisations }} />, status);
}

function storedPool(ctx: AnyCtx, code: string): Stored<Pool> {
  const stored = findPool(ctx.reader, code);
  if (!stored) throw new NotFound("pool");
  return stored;
}

export const newPool = route({
  method: "GET",
  path: "/pool/new",
  resource: "node",
  action: "edit",
  handle: (ctx) => formPage(ctx, freshForm(), null),
});

export const pool = route({
  method: "GET",
  path: "/pool/:code",
  resource: "node",
  action: "edit",
  handle: (ctx) => {
    const stored = storedPool(ctx, ctx.params.code);
    return formPage(ctx, freshForm(stored.record), stored);
  },
});

async function save(
  ctx: Ctx<unknown, unknown, PoolValues>,
  code: string,
): Promise<Response> {
  const { form: { version, nameZh, nameEn, organisationCode }, lang } = ctx;
  const record = { code, nameZh, nameEn, organisationCode };
  const decision = await ctx.act(put(pools, record, version ?? "new"));
  if (decision.ok) return goTo(ctx, paths.pools());
  const words = inventoryWords(lang).refused;
  const state = refusedForm(record, decision.refusals, words, lang);
  const stale = decision.refusals.some(({ reason }) => reason === "changed_meanwhile");
  const stored = version === undefined ? null : { ...storedPool(ctx, code), version };
  return formPage(ctx, state, stored, stale ? 409 : 422);
}

export const createPool = route({
  method: "POST",
  path: "/pool",
  resource: "node",
  action: "edit",
  form: PoolForm.required({ code: true }),
  refill: (ctx, input) => formPage(ctx, stoppedForm(input, ctx.lang), null, 422),
  handle: (ctx) => save(ctx, ctx.form.code),
});

export const savePool = route({
  method: "POST",
  path: "/pool/:code",
  resource: "node",
  action: "edit",
  form: PoolForm,
  refill: (ctx, input) =>
    formPage(ctx, stoppedForm(input, ctx.lang), storedPool(ctx, ctx.params.code), 422),
  handle: (ctx) => save(ctx, ctx.params.code),
});
