import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { DraftId, PartnerId } from "../_kernel/id.ts";
import type { DraftDropped, DraftSaved } from "./events.ts";

/** What is on the pad, just as it was typed: a draft keeps mistakes too. */
export type DraftLine = {
  id: string;
  code: string;
  unit: string;
  quantity: string;
  /** Per cent, as typed; only staff may give one. */
  discount: string;
};
export type DraftContent = {
  lines: DraftLine[];
  address: string;
  note: string;
  requiredOn: string;
  freight: string;
  discountReason: string;
  /** Typed to add a line, and not understood yet. */
  adding: string;
  nextLine: number;
};

export type Draft = { id: DraftId; dealerId: PartnerId; version: number; content: DraftContent };

export const emptyContent: DraftContent = {
  lines: [],
  address: "",
  note: "",
  requiredOn: "",
  freight: "",
  discountReason: "",
  adding: "",
  nextLine: 1,
};

export type SaveDraftRefusal = { reason: "changed_meanwhile"; at?: string };

/** Every change on the pad is kept on the server; the version tells two windows apart. */
export function saveDraft(
  { id, content, version }: { id: DraftId; content: DraftContent; version: number },
  { draft, dealerId }: { draft: Draft | null; dealerId: PartnerId },
): Decision<DraftSaved, SaveDraftRefusal> {
  if ((draft?.version ?? 0) !== version) return refuse({ reason: "changed_meanwhile" });
  return accept({
    type: "DraftSaved",
    subject: id,
    dealerId,
    version: version + 1,
    content: JSON.stringify(content),
  });
}

export function dropDraft(draft: Draft): Decision<DraftDropped, never> {
  return accept({ type: "DraftDropped", subject: draft.id, version: draft.version + 1 });
}
