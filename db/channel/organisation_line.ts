import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

const parentOf = prepared((reader, p: { id: string }) =>
  reader.from("organisation").select("parent_id").where("id", "=", p.id)
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
