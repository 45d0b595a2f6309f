interface Mark {
  label: string;
  value: number;
}

interface GapScaleProps {
  /** What is proven: nothing can be better than this. */
  bound: Mark;
  pick: Mark;
  rivals: Mark[];
  /** The figure beside a label: (minor) => money(minor). */
  format: (value: number) => string;
  /** The text alternative: 下界 405.10，选用 412.60，差 7.50（1.8%）. */
  text: string;
}

interface Placed extends Mark {
  kind: "pick" | "rival";
  at: number;
  row: 0 | 1;
  /** Hidden on a phone, where it would touch its neighbour. */
  crowded: boolean;
}

/** Percent of the width a label needs beside another: on a desk, and on a phone. */
const roomWide = 13, roomPhone = 26;
/** What half a label needs at either end of a phone's scale. */
const edge = 14;

function place({ bound, pick, rivals }: GapScaleProps): { low: number; marks: Placed[] } {
  const values = [bound, pick, ...rivals].map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least || 1;
  const at = (value: number) =>
    Math.round((edge + ((value - least) / range) * (100 - 2 * edge)) * 10) / 10;
  const marks: Placed[] = [{ ...pick, kind: "pick", at: at(pick.value), row: 0, crowded: false }];
  for (const rival of rivals) {
    const x = at(rival.value);
    const far = (other: Placed, room: number) => Math.abs(other.at - x) >= room;
    const row = marks.every((mark) => mark.row !== 0 || far(mark, roomWide)) ? 0 : 1;
    const crowded = !marks.every((mark) => mark.crowded || far(mark, roomPhone));
    marks.push({ ...rival, kind: "rival", at: x, row, crowded });
  }
  return { low: at(bound.value), marks };
}

/** The solver's scale: the bound above the line, the choice and its rivals below, to scale. */
export function GapScale(props: GapScaleProps) {
  const { bound, format, text } = props;
  const { low, marks } = place(props);
  const open = marks[0]!.at - low;
  return (
    <svg
      class={marks.some((mark) => mark.row) ? "gap two" : "gap"}
      role="img"
      aria-label={text}
    >
      <rect class="base" y="28" width="100%" height="4" />
      {open > 0 && (
        <rect
          class="open"
          x={`${low}%`}
          y="28"
          width={`${Math.round(open * 10) / 10}%`}
          height="4"
        />
      )}
      <rect x={`${low}%`} y="24" width="2" height="12" />
      <Label at={low} y={13}>{`${bound.label} ${format(bound.value)}`}</Label>
      {marks.map((mark) => (
        <g
          class={markClass(mark)}
        >
          <rect x={`${mark.at}%`} y="24" width="2" height="12" />
          <Label at={mark.at} y={52 + 18 * mark.row}>{`${mark.label} ${format(mark.value)}`}</Label>
        </g>
      ))}
    </svg>
  );
}

function markClass({ kind, crowded }: Placed): string | undefined {
  return kind === "pick" ? "pick" : crowded ? "wide" : undefined;
}

function Label({ at, y, children }: { at: number; y: number; children: string }) {
  const anchor = at < 8 ? "start" : at > 92 ? "end" : "middle";
  return <text x={`${at}%`} y={y} text-anchor={anchor}>{children}</text>;
}
