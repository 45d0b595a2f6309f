import { NotFound } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { organisationLine } from "~/db/channel/organisation_line.ts";
import { isOwnOrganisation } from "~/db/channel/own_organisation.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { NodeSaved } from "~/domain/inventory/events.ts";
import {
  type Node,
  type NodeExtra,
  type NodeOpen,
  type NodeRefusal,
  nodeRules,
  type NodeType,
} from "~/domain/inventory/node.ts";
import { daysOf, maskOf } from "~/domain/inventory/weekdays.ts";
import { isOurs } from "./reach.ts";
import { findPoolOwner } from "./pools.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("node")
    .innerJoin("organisation", "organisation.id", "node.organisation_id")
    .innerJoin("region", "region.id", "node.region_id")
    .leftJoin("partner", "partner.id", "node.partner_id")
    .leftJoin("pool", "pool.id", "node.pool_id")
    .selectAll("node")
    .select([
      "organisation.code as organisation_code",
      "organisation.currency",
      "region.code as region_code",
      "partner.code as partner_code",
      "pool.code as pool_code",
    ])
    .where("node.code", "=", p.code)
);

type NodeRow = ReturnType<typeof byCode>[number];

export function findNode(reader: Reader, code: string): Stored<Node> | null {
  const [row] = byCode(reader, { code });
  return row ? storedNode(row) : null;
}

function storedNode(row: NodeRow): Stored<Node> {
  const record: Node = {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    type: row.type as NodeType,
    organisationCode: row.organisation_code,
    regionCode: row.region_code,
    partnerCode: row.partner_code,
    poolCode: row.pool_code,
    province: row.province,
    city: row.city,
    stocks: row.stocks === 1,
    ships: row.ships === 1,
    handling: { amountMinor: row.handling_minor, currency: row.currency },
    dailyCapacity: row.daily_capacity,
    openWeekdays: daysOf(row.open_weekdays),
    leadDays: row.lead_days,
    state: row.state as Node["state"],
  };
  return { id: row.id, version: row.version, record };
}

const organisationByCode = prepared((reader, p: { code: string }) =>
  reader.from("organisation").select(["id", "currency"]).where("code", "=", p.code)
);
const regionByCode = prepared((reader, p: { code: string }) =>
  reader.from("region").select("id").where("code", "=", p.code)
);
const partnerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select(["id", "stocks"]).where("code", "=", p.code)
);
const openAt = prepared((reader, p: { id: string }) =>
  reader.from("node_stock").select((eb) => [
    eb.fn.countAll<number>().as("skus"),
    eb.fn.sum<number | null>("on_hand").as("units"),
    eb.fn.sum<number | null>("pinned").as("pinned"),
  ]).where("node_id", "=", p.id).where("on_hand", ">", 0)
);

/** What lies at a node and what is promised from it: a rule weighs it whole, whoever asks. */
export function loadNodeOpen(reader: Reader, id: string): NodeOpen {
  const [row] = openAt(reader.asSystem("a node is weighed as a whole"), { id });
  return { skus: row?.skus ?? 0, units: row?.units ?? 0, pinnedUnits: row?.pinned ?? 0 };
}

const nothing: NodeOpen = { skus: 0, units: 0, pinnedUnits: 0 };

export const nodes: Master<"NodeSaved", Node, NodeExtra, NodeRefusal> = {
  type: "NodeSaved",
  key: ({ code }) => code,
  facts: (reader, node) => {
    const [row] = byCode(reader, { code: node.code });
    if (row && !isOurs(reader.scope, row)) throw new NotFound("node");
    const [organisation] = organisationByCode(reader, { code: node.organisationCode })
      .filter(({ id }) => isOwnOrganisation(reader.scope, id));
    const [partner] = node.partnerCode === null
      ? []
      : partnerByCode(reader, { code: node.partnerCode });
    const [region] = regionByCode(reader, { code: node.regionCode });
    const poolOwner = node.poolCode === null ? null : findPoolOwner(reader, node.poolCode);
    return {
      before: row ? storedNode(row) : null,
      refs: {
        organisation: organisation?.id,
        region: region?.id,
        partner: partner?.id,
        pool: poolOwner?.poolId,
      },
      extra: {
        open: row ? loadNodeOpen(reader, row.id) : nothing,
        organisationCurrency: organisation?.currency ?? null,
        partnerStocks: partner ? partner.stocks === 1 : null,
        poolOwner: organisation ? poolOwner : null,
        line: organisation ? organisationLine(reader, organisation.id) : [],
      },
    };
  },
  rules: nodeRules,
  settle: (node) => bilingual({ ...node, openWeekdays: daysOf(maskOf(node.openWeekdays)) }),
};

export const nodeWriters = {
  NodeSaved: saved(({ subject: id, version, record, refs }: NodeSaved) => ({
    table: "node",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      type: record.type,
      organisation_id: refs.organisation!,
      region_id: refs.region!,
      partner_id: refs.partner ?? null,
      pool_id: refs.pool ?? null,
      province: record.province,
      city: record.city,
      stocks: Number(record.stocks),
      ships: Number(record.ships),
      handling_minor: record.handling.amountMinor,
      daily_capacity: record.dailyCapacity,
      open_weekdays: maskOf(record.openWeekdays),
      lead_days: record.leadDays,
      state: record.state,
    },
  })),
} satisfies Writers<NodeSaved>;
