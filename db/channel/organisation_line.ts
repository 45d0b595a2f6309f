import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";

const parentOf = prepared((reader, p: { id: string }) =>
  reader.from("organisation").select("parent_id").where("id", "=", p.id)
);

const childrenOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("organisation").select("id").where("parent_id", "in", among(p.ids))
);

/** An organisation and all above it, itself first: what the group has agreed its companies may use. */
export function organisationLine(reader: Reader, id: string): string[] {
  const line: string[] = [];
  for (
    let at: string | null = id;
    at !== null;
    at = parentOf(reader, { id: at })[0]?.parent_id ?? null
  ) {
    line.push(at);
  }
  return line;
}

/** An organisation and all below it, itself first: how far its people and what it owns reach. */
export function organisationsBelow(reader: Reader, id: string): string[] {
  const all: string[] = [];
  for (
    let level = [id];
    level.length > 0;
    level = childrenOf(reader, { ids: level }).map((row) => row.id)
      .filter((child) => !all.includes(child))
  ) {
    all.push(...level);
  }
  return all;
}
