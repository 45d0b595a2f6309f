import { z } from "zod";
import { findOrganisation } from "~/db/channel/organisations.ts";
import { findPartnerRecord } from "~/db/channel/partner_records.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findRegion } from "~/db/channel/regions.ts";
import { childrenOf, loadMoveFacts, partnerLevel, plannedMoves } from "~/db/channel/relations.ts";
import { findPool } from "~/db/inventory/pools.ts";
import { recordHistory } from "~/db/platform/record_history.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { moveRelation } from "~/domain/channel/relation.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { historyLines, historyRows } from "~/routes/_entry/history.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { Code, Day, orNull } from "~/routes/_entry/shapes.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import type { HistoryRow } from "~/views/_kit/history.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { partnerFieldText } from "~/views/channel/channel_parts.tsx";
import { PartnerPage } from "~/views/channel/partner_page.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { shownPartner } from "./partner_pages.tsx";
import type { AnyCtx } from "~/routes/_entry/context.ts";

export const partnerPage = route({
  method: "GET",
  path: "/partner/:code",
  resource: "partner",
  action: "read",
  handle: (ctx) => showPartner(ctx, ctx.params.code),
});

/** The page of a partner, with the move that was just refused, as it was typed. */
function showPartner(
  ctx: AnyCtx,
  code: string,
  { move, status = 200 }: { move?: FormState; status?: number } = {},
): Response {
  const { reader, lang, now } = ctx;
  const stored = findPartnerRecord(reader, code);
  if (!stored) throw new NotFound("partner");
  const { record } = stored;
  const id = stored.id as PartnerId;
  const organisation = findOrganisation(reader, record.organisationCode)!.record;
  const region = findRegion(reader, record.regionCode)!.record;
  const pool = record.poolCode === null ? null : findPool(reader, record.poolCode)!.record;
  const parent = record.parentCode ? findPartner(reader, record.parentCode) : null;
  return html(
    <PartnerPage
      shell={ctx.shell}
      reading={{ lang, now }}
      partner={shownPartner(record, ctx)}
      level={partnerLevel(reader, id)}
      organisation={named(organisation, lang)}
      region={named(region, lang)}
      pool={pool && named(pool, lang)}
      parent={parent && { code: parent.code, name: named(parent, lang) }}
      below={childrenOf(reader, id).map((row) => ({ code: row.code, name: named(row, lang) }))}
      planned={plannedMoves(reader, id)}
      history={isStaff(ctx.principal) ? historyOf(ctx, id) : []}
      may={{ edit: ctx.may("partner", "edit") }}
      move={move ?? freshForm({ from: dayOf(now) })}
    />,
    status,
  );
}

function historyOf(ctx: AnyCtx, id: string): HistoryRow[] {
  const { lang } = ctx;
  const { fields } = channelWords(lang);
  const shown = (record: { readonly [field: string]: unknown }) => {
    const { parentCode, ...rest } = shownPartner(record as Partner, ctx);
    const isSeen = typeof parentCode === "string" && findPartner(ctx.reader, parentCode) !== null;
    return { ...rest, ...(isSeen ? { parentCode } : {}) };
  };
  return historyRows(historyLines(recordHistory(ctx.reader, id), shown), {
    fieldName: (field) => fields[field as keyof typeof fields],
    valueText: (field, value) => partnerFieldText(field, value, lang),
    created: kitWords(lang).history.created,
  });
}

const MoveForm = z.object({ parentCode: orNull(Code), from: Day });

/** From a day on the partner stands under another; today means at once. */
export const partnerRelation = route({
  method: "POST",
  path: "/partner/:code/relation",
  resource: "partner",
  action: "edit",
  form: MoveForm,
  refill: (ctx, input) =>
    showPartner(ctx, ctx.params.code, { move: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { code } = ctx.params;
    const { parentCode, from: day } = ctx.form;
    const decision = await ctx.act({
      load(reader) {
        const from = day === dayOf(reader.now) ? reader.now : startOfDay(day);
        return { from, facts: loadMoveFacts(reader, code, { parentCode, from }) };
      },
      decide: ({ from, facts }, by) => moveRelation(facts, { parentCode, from }, by),
    });
    if (decision.ok) return goTo(ctx, paths.partner(code));
    const { refused } = channelWords(ctx.lang);
    const move = refusedForm(ctx.form, decision.refusals, refused, ctx.lang);
    return showPartner(ctx, code, { move, status: 422 });
  },
});
