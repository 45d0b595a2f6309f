import type { RecordAct } from "~/db/platform/record_history.ts";
import type { HistoryRow } from "~/views/_kit/history.tsx";
import { type Change, changesBetween } from "~/domain/_kernel/changes.ts";

/** One changed field of one act; the first save of a record is one line without a field. */
export type HistoryLine = { at: string; who: string; change: Change | null };

type Fields = { readonly [field: string]: unknown };

/**
 * The changes of a master record, newest first. `shown` takes out what the reader may not see, before
 * anything is compared: a change of a hidden field leaves no trace.
 */
export function historyLines(
  acts: readonly RecordAct[],
  shown: (record: Fields) => Fields,
): HistoryLine[] {
  return acts.flatMap(({ at, userName: who, events }) =>
    events.flatMap((event): HistoryLine[] => {
      if (!("record" in event)) return [];
      if (!event.before) return [{ at, who, change: null }];
      return changesBetween(shown(event.before as Fields), shown(event.record as Fields))
        .map((change) => ({ at, who, change }));
    })
  );
}

/** The lines in words: what the fields are called, and how their values are read. */
export function historyRows(
  lines: readonly HistoryLine[],
  { fieldName, valueText, created }: {
    fieldName: (field: string) => string;
    valueText: (field: string, value: unknown) => string;
    /** What the first save is called. */
    created: string;
  },
): HistoryRow[] {
  return lines.map(({ at, who, change }) => ({
    at,
    who,
    field: change ? [fieldName(change.field), change.part].filter(Boolean).join(" ") : created,
    values: change && {
      before: valueText(change.field, change.before),
      after: valueText(change.field, change.after),
    },
  }));
}
