import type { Reader } from "~/db/_engine/reader.ts";
import { loadDraft } from "./drafts.ts";

/** Whether another window changed the draft after this one read it. One that was never kept cannot have been. */
export function changedMeanwhile(
  reader: Reader,
  id: string,
  dealerId: string,
  version: number,
): boolean {
  const draft = loadDraft(reader, id, dealerId);
  return draft !== null && draft.version !== version;
}
