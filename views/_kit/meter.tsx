const share = (part: number, whole: number) =>
  whole > 0 ? Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10 : 0;

interface MeterProps {
  /** What is already used, and what this document adds, in the unit of `whole`. */
  had?: number;
  adds?: number;
  whole: number;
  /** The text alternative: 已用 73.4%，本单 4.0%. */
  label: string;
}

/**
 * A run of money against its limit: grey is used, blue is this one, red is beyond. Over the limit
 * the bar grows to what is used, so that the red is as long as what is missing.
 */
export function Meter({ had = 0, adds = 0, whole, label }: MeterProps) {
  const sum = had + adds;
  const scale = Math.max(whole, sum);
  const end = share(Math.min(sum, whole), scale);
  const from = Math.min(share(had, scale), end);
  return (
    <svg class="meter" role="img" aria-label={label}>
      <Run kind="had" to={from} />
      <Run kind="new" from={from} to={end} />
      {sum > whole && <Run kind="over" from={end} to={100} />}
    </svg>
  );
}

function Run({ kind, from = 0, to }: { kind: "had" | "new" | "over"; from?: number; to: number }) {
  const width = Math.round((to - from) * 10) / 10;
  return width > 0 ? <rect class={kind} x={`${from}%`} width={`${width}%`} height="8" /> : null;
}

interface TicksProps {
  done: number;
  all: number;
  /** The text alternative: kitWords(lang).ticks(17, 20, "箱"). */
  label: string;
}

const strokes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => `M${(from + at) * 6 + 2} 0v12`).join(
    "",
  );

/** One tick for each case, for small thresholds; above 30 cases it becomes a meter. */
export function Ticks({ done, all, label }: TicksProps) {
  if (all > 30) return <Meter adds={done} whole={all} label={label} />;
  return (
    <svg class="ticks" width={all * 6 - 2} height="12" role="img" aria-label={label}>
      <path class="on" d={strokes(0, Math.min(done, all))} />
      <path d={strokes(done, all)} />
    </svg>
  );
}
