import { z } from "zod";
import {
  countPending,
  latestDenials,
  listParked,
  newestUpkeep,
  schemaName,
} from "~/db/platform/house_state.ts";
import { loadOutboxEntry } from "~/db/platform/parked_work.ts";
import { rerunParked, type RerunRefusal } from "~/domain/platform/rerun_parked.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths, withQuery } from "~/views/_kit/paths.ts";
import { SystemPage, type SystemProps } from "~/views/platform/system_page.tsx";
import { texts } from "~/views/text.ts";
import { refusedNotice } from "./user.tsx";

function showSystem(ctx: AnyCtx, notice?: SystemProps["notice"], status = 200): Response {
  const { engine, lang, now, house } = ctx;
  const reader = ctx.readerFor("system", "read");
  const [{ sqlite }] = engine.read.all<{ sqlite: string }>(
    "select sqlite_version() as sqlite",
    [],
  ) as [{ sqlite: string }];
  return html(
    <SystemPage
      shell={ctx.shell}
      reading={{ lang, now }}
      waiting={engine.writer.waiting}
      pending={countPending(reader)}
      parked={listParked(reader)}
      upkeep={newestUpkeep(reader)}
      denials={latestDenials(reader)}
      versions={{
        program: house.version,
        schema: schemaName(reader).slice(0, 4),
        runtime: `Deno ${Deno.version.deno}`,
        engine: `SQLite ${sqlite}`,
      }}
      mayRepair={ctx.may("system", "repair")}
      mayAudit={ctx.may("audit", "read")}
      maySeeKit={ctx.may("kit", "read")}
      notice={notice}
    />,
    status,
  );
}

export const system = route({
  method: "GET",
  path: "/system",
  resource: "system",
  action: "read",
  query: z.object({ rerun: z.string().max(80).optional() }),
  handle: (ctx) => {
    const { rerunDone } = texts(ctx.lang).platform.system;
    const { rerun } = ctx.query;
    return showSystem(ctx, rerun ? { tone: "ok", words: rerunDone(rerun) } : undefined);
  },
});

export const rerun = route({
  method: "POST",
  path: "/system/work/:id/rerun",
  resource: "system",
  action: "repair",
  handle: async (ctx) => {
    const { params, lang } = ctx;
    if (!/^\d{1,15}$/.test(params.id)) throw new NotFound("outbox entry");
    const decision = await ctx.act({
      load: (facts) => loadOutboxEntry(facts, Number(params.id)),
      decide: rerunParked,
    });
    if (decision.ok) {
      return goTo(ctx, withQuery(paths.system(), { rerun: decision.events[0]?.eventType }));
    }
    const words = texts(lang).platform.system.refused;
    const notice = refusedNotice<RerunRefusal>(decision.refusals, words, lang);
    return showSystem(ctx, notice, 422);
  },
});
