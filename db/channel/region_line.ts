import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { RegionId } from "~/domain/_kernel/id.ts";

const parentOf = prepared((reader, p: { id: string }) =>
  reader.from("region").select("parent_id").where("id", "=", p.id)
);

/** A region and all above it, the nearest first: what is meant for any of them reaches whoever is here. */
export function regionLine(reader: Reader, id: string): RegionId[] {
  const line: RegionId[] = [];
  for (
    let at: string | null = id;
    at !== null;
    at = parentOf(reader, { id: at })[0]?.parent_id ?? null
  ) {
    line.push(at as RegionId);
  }
  return line;
}
