import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

const ownPartner = prepared((reader, p: { id: string }) =>
  reader.from("partner").select(["organisation_id", "grade"]).where("id", "=", p.id)
);

export type Buyer = { staff: number; organisationId: string; grade: string };

const staff: Buyer = { staff: 1, organisationId: "", grade: "" };

/** For whom a price must be meant so that this reader may see it: staff sees what its scope allows. */
export function buyerOf(reader: Reader): Buyer {
  const { scope } = reader;
  if (!("dealerId" in scope)) return staff;
  const [row] = ownPartner(reader, { id: scope.dealerId });
  return { staff: 0, organisationId: row?.organisation_id ?? "", grade: row?.grade ?? "" };
}

/** A dealer sees the lists it may buy from, not those of other grades or organisations. */
export function forBuyer({ staff, organisationId, grade }: Buyer) {
  return sql<boolean>`(${staff} = 1 or (
    (price_list.organisation_id is null or price_list.organisation_id = ${organisationId}) and
    (price_list.grade is null or price_list.grade = ${grade})))`;
}
