import type { RecordAct } from "~/db/platform/record_history.ts";
import { type Change, changesBetween } from "~/domain/_kernel/changes.ts";

/** One changed field of one act, ready to be shown. */
export type HistoryLine = Change & { at: string; who: string; isFirst: boolean };

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
      const before = event.before ? shown(event.before as Fields) : null;
      const changes = changesBetween(before, shown(event.record as Fields));
      return changes.map((change) => ({ ...change, at, who, isFirst: before === null }));
    })
  );
}
