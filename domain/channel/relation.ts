import { accept, type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { PartnerKind } from "./partner.ts";

/** Who stands under whom, from when to when. */
export type Relation = {
  childId: PartnerId;
  parentId: PartnerId;
  validFrom: Instant;
  validUntil: Instant | null;
};

/** From an instant on a partner stands under another, with all that is below it; null: on its own. */
export type RelationMoved = {
  type: "RelationMoved";
  subject: PartnerId;
  childCode: string;
  parentId: PartnerId | null;
  parentCode: string | null;
  parentBefore: string | null;
  from: Instant;
};

export type RelationRefusal =
  | { reason: "unknown_parent"; code: string; at?: string }
  | { reason: "parent_not_dealer"; code: string; kind: PartnerKind; at?: string }
  | { reason: "kind_has_no_parent"; kind: PartnerKind; at?: string }
  | { reason: "relation_cycle"; code: string; parent: string; at?: string };

export type MoveRefusal =
  | RelationRefusal
  | { reason: "organisation_not_yours"; code: string; at?: string }
  | { reason: "move_in_the_past"; from: Instant; now: Instant; at?: string }
  | { reason: "already_there"; parent: string | null; at?: string };

export type PartyToMove = { id: PartnerId; code: string; kind: PartnerKind };

export type MoveFacts = {
  child: PartyToMove;
  parent: PartyToMove | null;
  /** The child's organisation where it is not the caller's. */
  notYours: string | null;
  /** The code above the child at the instant of the move. */
  parentBefore: string | null;
  /** All relations that hold at or after the move, upwards from the new parent. */
  above: readonly Relation[];
};

export type MoveRelation = { parentCode: string | null; from: Instant };

/** Older orders keep what they were placed with: nothing before `from` changes. */
export function moveRelation(
  facts: MoveFacts,
  { parentCode, from }: MoveRelation,
  by: Pick<By, "at">,
): Decision<RelationMoved, MoveRefusal> {
  const { child, parent, notYours, parentBefore } = facts;
  if (notYours !== null) {
    return refuse({ reason: "organisation_not_yours", code: notYours, at: "/parentCode" });
  }
  if (from < by.at) return refuse({ reason: "move_in_the_past", from, now: by.at, at: "/from" });
  if (parentCode === parentBefore) {
    return refuse({ reason: "already_there", parent: parentCode, at: "/parentCode" });
  }
  const refusal = parentRefusal(facts, parentCode, from);
  if (refusal) return refuse(refusal);
  return accept({
    type: "RelationMoved",
    subject: child.id,
    childCode: child.code,
    parentId: parent?.id ?? null,
    parentCode,
    parentBefore,
    from,
  });
}

export function parentRefusal(
  { child, parent, above }: Pick<MoveFacts, "parent" | "above"> & {
    child: Pick<PartyToMove, "code" | "kind"> & { id: PartnerId | null };
  },
  parentCode: string | null,
  from: Instant,
): RelationRefusal | null {
  const at = "/parentCode";
  if (parentCode === null) return null;
  if (child.kind !== "dealer" && child.kind !== "store") {
    return { reason: "kind_has_no_parent", kind: child.kind, at };
  }
  if (!parent) return { reason: "unknown_parent", code: parentCode, at };
  if (parent.kind !== "dealer") {
    return { reason: "parent_not_dealer", code: parentCode, kind: parent.kind, at };
  }
  return child.id !== null && wouldCircle(above, { child: child.id, parent: parent.id, from })
    ? { reason: "relation_cycle", code: child.code, parent: parentCode, at }
    : null;
}

/**
 * Whether the child would stand above itself at any time from the move on: a circle that only a
 * relation planned for later would close counts as well.
 */
export function wouldCircle(
  above: readonly Relation[],
  { child, parent, from }: { child: PartnerId; parent: PartnerId; from: Instant },
): boolean {
  const later = above.map(({ validFrom }) => validFrom).filter((start) => start > from);
  return [from, ...later].some((at) => isAbove(above, { child, parent, at }));
}

function isAbove(
  relations: readonly Relation[],
  { child, parent, at }: { child: PartnerId; parent: PartnerId; at: Instant },
): boolean {
  const seen = new Set<PartnerId>();
  for (let next: PartnerId | undefined = parent; next && !seen.has(next);) {
    if (next === child) return true;
    seen.add(next);
    const here: PartnerId = next;
    next = relations.find((r) =>
      r.childId === here && r.validFrom <= at && (r.validUntil === null || at < r.validUntil)
    )?.parentId;
  }
  return false;
}
