import type { Child } from "hono/jsx";
import { kitWords, type Lang } from "./text.ts";

export interface ChartPoint {
  label: string;
  value: number;
}

interface ChartProps {
  /** The decision the chart serves, as a sentence; it is the text alternative too. */
  caption: string;
  points: ChartPoint[];
  /** The label of the point this page is about. */
  current?: string;
  format: (value: number) => string;
  lang: Lang;
}

const height = 120;
const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
const px = (value: number) => Math.round(value * 10) / 10;

function extent(values: number[]): [low: number, span: number] {
  const low = Math.min(0, ...values);
  return [low, Math.max(0, ...values) - low || 1];
}

/** Bars from zero; what is below zero is red. Positions are per cent, so nothing is stretched. */
export function BarChart(props: ChartProps) {
  const { points, current, format } = props;
  const [low, span] = extent(points.map(({ value }) => value));
  const y = (value: number) => px(20 + (1 - (value - low) / span) * height);
  const step = 1 / Math.max(1, points.length);
  return (
    <Figure {...props}>
      {points.map(({ label, value }, at) => {
        const middle = percent((at + 0.5) * step);
        const mark = label === current ? "this" : value < 0 ? "below" : "bar";
        return (
          <>
            <rect
              class={mark}
              x={percent((at + 0.2) * step)}
              y={y(Math.max(0, value))}
              width={percent(0.6 * step)}
              height={px((Math.abs(value) / span) * height)}
            />
            <text x={middle} y={y(Math.max(0, value)) - 6} text-anchor="middle">
              {format(value)}
            </text>
            <text x={middle} y={height + 38} text-anchor="middle">{label}</text>
          </>
        );
      })}
      <rect class="bar" y={y(0)} width="100%" height="1" />
    </Figure>
  );
}

interface LineChartProps extends ChartProps {
  /** The same points a period earlier, drawn thin. */
  before?: number[];
}

/** A line with its first and last value said. */
export function LineChart(props: LineChartProps) {
  const { points, before = [], format } = props;
  const values = points.map(({ value }) => value);
  const [low, span] = extent([...values, ...before]);
  const y = (value: number) => px((1 - (value - low) / span) * 100);
  const line = (all: number[]) =>
    all.map((value, at) => `${px((at / Math.max(1, all.length - 1)) * 100)},${y(value)}`).join(" ");
  const ends = [points[0], points.at(-1)].filter((point) => point !== undefined);
  return (
    <Figure {...props}>
      <svg y="20" width="88%" height={height} viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="axis" d={`M0 ${y(0)}h100`} />
        {before.length > 1 && <polyline class="run then" points={line(before)} />}
        <polyline class="run" points={line(values)} />
      </svg>
      {ends.map(({ label, value }, at) => {
        const shown = px(20 + y(value) * height / 100);
        return (
          <>
            <text x={at ? "89.5%" : "0"} y={at ? shown + 4 : shown - 8}>{format(value)}</text>
            <text x={at ? "88%" : "0"} y={height + 38} text-anchor={at ? "end" : "start"}>
              {label}
            </text>
          </>
        );
      })}
    </Figure>
  );
}

function Figure({ caption, points, format, lang, children }: ChartProps & { children?: Child }) {
  return (
    <figure class="chart in">
      <figcaption>{caption}</figcaption>
      <svg height={height + 44} role="img" aria-label={caption}>{children}</svg>
      <details class="note">
        <summary>{kitWords(lang).chartData}</summary>
        <dl class="sum">
          {points.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{format(value)}</dd>
            </>
          ))}
        </dl>
      </details>
    </figure>
  );
}
