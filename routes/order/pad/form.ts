import { z } from "zod";
import {
  addLine,
  changeLine,
  mergeLines,
  mostPastedRows,
  pastedRows,
  removeLine,
  stepLine,
} from "~/domain/order/edit_draft.ts";
import type { DraftContent, DraftLine } from "~/domain/order/save_draft.ts";
import type { TooManyPasted } from "~/views/order/pad_state.ts";

const Typed = z.string().max(200).default("");
const Cells = z.record(z.string().regex(/^l\d{1,7}$/), z.string().max(200)).default({});

/** The whole pad as one form; which button was pressed says what to do besides keeping it. */
export const PadForm = z.object({
  draft: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  version: z.coerce.number().int().min(0),
  dealer: z.string().max(60).optional(),
  code: Cells,
  quantity: Cells,
  unit: Cells,
  discount: Cells,
  seen: Cells,
  looks: Typed,
  add: Typed,
  paste: z.string().max(200_000).default(""),
  address: Typed,
  note: z.string().max(500).default(""),
  requiredOn: Typed,
  freight: Typed,
  discountReason: Typed,
  nextLine: z.coerce.number().int().min(1).max(9_999_999).default(1),
  step: Typed,
  fix: Typed,
  pick: Typed,
  remove: Typed,
  clear: Typed,
});

export type PadForm = z.infer<typeof PadForm>;

/** The draft as the form shows it, with what the pressed button asks for done to it. */
export function contentOf(form: PadForm): DraftContent {
  const { address, note, requiredOn, freight, discountReason, nextLine } = form;
  const lines = Object.keys(form.code).map((id): DraftLine => ({
    id,
    code: form.code[id]!.trim(),
    unit: (form.unit[id] ?? "").trim(),
    quantity: (form.quantity[id] ?? "").trim(),
    discount: (form.discount[id] ?? "").trim(),
  })).filter(({ code }) => code !== "");
  const kept = { lines, address, note, requiredOn, freight, discountReason, adding: "", nextLine };
  return mergeLines(pressed(kept, form));
}

function pressed(content: DraftContent, form: PadForm): DraftContent {
  if (form.clear) return { ...content, lines: [] };
  if (form.remove) return removeLine(content, form.remove);
  if (form.step) {
    const [id = "", by = "0"] = form.step.split(":");
    return stepLine(content, id, Number(by) || 0);
  }
  if (form.fix) return fixed(content, form.fix);
  if (form.pick) return addLine(content, { code: form.pick });
  if (form.paste.trim()) {
    if (tooManyPasted(form)) return content;
    return pastedRows(form.paste).reduce((done, row) => addLine(done, row), content);
  }
  return { ...content, adding: form.add.trim() };
}

/** More rows than anybody can have meant for one order: none is taken, and the text stays in its box. */
export function tooManyPasted({ paste }: Pick<PadForm, "paste">): TooManyPasted | null {
  const count = pastedRows(paste).length;
  return count > mostPastedRows
    ? { reason: "too_many_pasted", count, most: mostPastedRows, text: paste }
    : null;
}

/** A fix offered under a line: `l7:quantity:24`. */
function fixed(content: DraftContent, fix: string): DraftContent {
  const [id = "", field = "", ...rest] = fix.split(":");
  const value = rest.join(":");
  if (field === "quantity") return changeLine(content, id, { quantity: value });
  if (field === "unit") return changeLine(content, id, { unit: value });
  return field === "code" ? changeLine(content, id, { code: value, unit: "" }) : content;
}
