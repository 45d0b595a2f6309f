import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

const rows = prepared((reader, _: Record<never, never>) =>
  reader.from("organisation").select(["id", "code", "name_zh as nameZh", "name_en as nameEn"])
    .orderBy("code")
);

/** The organisations whose dealers this reader may see. */
export function listOrganisations(reader: Reader) {
  const { scope } = reader;
  return rows(reader, {}).filter(({ id }) =>
    scope.kind !== "organisation" || scope.organisationIds.includes(id)
  );
}
