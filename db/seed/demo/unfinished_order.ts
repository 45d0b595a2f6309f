import { findPartner } from "~/db/channel/partners.ts";
import type { Say } from "~/db/seed/say.ts";
import type { Deed } from "~/db/seed/timeline.ts";
import type { DraftId } from "~/domain/_kernel/id.ts";
import { type DraftContent, emptyContent, saveDraft } from "~/domain/order/save_draft.ts";
import { units } from "./catalogue.ts";

const typed = "W-0550-24 120|S1-0400-24 17|T1-0500-15 30|F1-0330-24 30|W-4500-4 40|E1-0600-15 20";

/** A pad somebody left, with what makes a pad worth looking at: a shortage and a sold-out line. */
export function unfinishedOrder(dealer: string, say: Say): Deed {
  const lines = typed.split("|").map((line, at) => {
    const [code = "", quantity = ""] = line.split(" ");
    return { id: `l${at + 1}`, code, unit: say(...units.case), quantity, discount: "" };
  });
  const content: DraftContent = { ...emptyContent, lines, nextLine: lines.length + 1 };
  return (planter) =>
    planter.act(
      "order.draft",
      (facts) => ({ draft: null, dealerId: findPartner(facts, dealer)!.id }),
      (facts, by) => saveDraft({ id: by.newId() as DraftId, content, version: 0 }, facts),
    );
}
