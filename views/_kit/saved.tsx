import { type Reading, time } from "./date.tsx";
import { hx } from "./hx.ts";
import { kitWords } from "./text.ts";

interface SavedProps {
  /** UTC ISO text of the last save; null: nothing saved yet. */
  at: string | null;
  failed?: boolean;
  reading: Reading;
  /** Sent along with another fragment: replaces the note in its place. */
  also?: boolean;
  id?: string;
}

/** Says that the draft is kept. The script writes 保存中 and 没存上 into the same note, in the strip's words. */
export function Saved({ at, failed, reading, also, id = "saved" }: SavedProps) {
  const { saved } = kitWords(reading.lang);
  const state = failed ? "failed" : at ? "saved" : "none";
  return (
    <span
      id={id}
      class="note saved"
      role="status"
      {...(also ? hx.also() : {})}
      data-state={state}
    >
      {failed ? saved.failed : at ? saved.saved(time(at, reading)) : ""}
    </span>
  );
}
