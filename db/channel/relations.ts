import { NotFound } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type {
  MoveFacts,
  MoveRelation,
  Relation,
  RelationMoved,
} from "~/domain/channel/relation.ts";
import { isOwnOrganisation } from "./own_organisation.ts";
import { findPartner } from "./partners.ts";

const parentAt = prepared((reader, p: { child: string; at: string }) =>
  reader.from("partner_relation").innerJoin("partner", "partner.id", "partner_relation.parent_id")
    .select(["partner_relation.parent_id", "partner.code"])
    .where("child_id", "=", p.child).where("valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.at)]))
);

const fromOn = prepared((reader, p: { children: readonly string[]; from: string }) =>
  reader.from("partner_relation").innerJoin("partner", "partner.id", "partner_relation.parent_id")
    .select(["child_id", "parent_id", "valid_from", "valid_until", "partner.code as parent_code"])
    .where("child_id", "in", among(p.children))
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.from)]))
    .orderBy("valid_from")
);

/** Who stands above, whoever may see it: a level is a fact of the network, not of the reader. */
function whole(reader: Reader): Reader {
  return reader.asSystem("the network is one, whoever may see its members");
}

export function parentOf(
  reader: Reader,
  child: PartnerId,
  at: Instant = reader.now,
): { id: PartnerId; code: string } | null {
  const [row] = parentAt(whole(reader), { child, at });
  return row ? { id: row.parent_id as PartnerId, code: row.code } : null;
}

/** 1 for a partner on its own, 2 for one under it, and so on. */
export function partnerLevel(reader: Reader, id: PartnerId, at: Instant = reader.now): number {
  const seen = new Set<PartnerId>();
  for (let next: PartnerId | undefined = id; next && !seen.has(next);) {
    seen.add(next);
    next = parentOf(reader, next, at)?.id;
  }
  return seen.size;
}

/** All relations that hold at or after an instant, upwards from a partner. */
export function relationsAbove(reader: Reader, id: PartnerId, from: Instant): Relation[] {
  const all: Relation[] = [];
  const seen = new Set<PartnerId>([id]);
  for (let level = [id]; level.length > 0;) {
    const rows = fromOn(whole(reader), { children: level, from }).map(relationOf);
    all.push(...rows);
    level = rows.map(({ parentId }) => parentId).filter((parent) => !seen.has(parent));
    level.forEach((parent) => seen.add(parent));
  }
  return all;
}

/** The moves that lie ahead of a partner; a parent out of the reader's sight is not named. */
export function plannedMoves(
  reader: Reader,
  child: PartnerId,
): { parentCode: string | null; from: Instant }[] {
  const { now } = reader;
  const rows = fromOn(whole(reader), { children: [child], from: now });
  const starts = rows.filter(({ valid_from }) => valid_from > now)
    .map((row) => ({ parentCode: row.parent_code, from: row.valid_from }));
  const last = rows.at(-1)?.valid_until ?? null;
  const moves = last === null ? starts : [...starts, { parentCode: null, from: last }];
  return moves.filter(({ parentCode }) =>
    parentCode === null || findPartner(reader, parentCode) !== null
  );
}

const childrenAt = prepared((reader, p: { parent: string; at: string }) =>
  reader.from("partner").innerJoin("partner_relation", "partner_relation.child_id", "partner.id")
    .select(["partner.code", "partner.name_zh as nameZh", "partner.name_en as nameEn"])
    .where("parent_id", "=", p.parent).where("valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.at)]))
    .orderBy("partner.code").limit(200)
);

/** Those directly below a partner, as far as the reader sees them. */
export function childrenOf(reader: Reader, parent: PartnerId) {
  return childrenAt(reader, { parent, at: reader.now });
}

function relationOf(row: ReturnType<typeof fromOn>[number]): Relation {
  return {
    childId: row.child_id as PartnerId,
    parentId: row.parent_id as PartnerId,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

const organisationById = prepared((reader, p: { id: string }) =>
  reader.from("organisation").select("code").where("id", "=", p.id)
);

/** Everything a move is decided on: who moves, under whom, and what stands above them from then on. */
export function loadMoveFacts(
  reader: Reader,
  code: string,
  { parentCode, from }: MoveRelation,
): MoveFacts {
  const child = findPartner(reader, code);
  if (!child) throw new NotFound("partner");
  const { organisationId } = child;
  const parent = parentCode === null ? null : findPartner(reader, parentCode);
  return {
    child,
    parent,
    notYours: isOwnOrganisation(reader.scope, organisationId)
      ? null
      : organisationById(reader, { id: organisationId })[0]!.code,
    parentBefore: parentOf(reader, child.id, from)?.code ?? null,
    above: parent ? relationsAbove(reader, parent.id, from) : [],
  };
}

export const relationWriters = {
  /** Ends what holds at that instant, drops what was planned for later, starts the new. */
  async RelationMoved(tx, { subject: child, parentId, from }) {
    await tx.kysely.deleteFrom("partner_relation")
      .where("child_id", "=", child).where("valid_from", ">=", from).execute();
    await tx.kysely.updateTable("partner_relation").set({ valid_until: from })
      .where("child_id", "=", child)
      .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", from)]))
      .execute();
    if (parentId !== null) {
      tx.insert("partner_relation", {
        child_id: child,
        parent_id: parentId,
        valid_from: from,
        valid_until: null,
      });
    }
  },
} satisfies Writers<RelationMoved>;
