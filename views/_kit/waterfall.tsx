import type { Child } from "hono/jsx";
import { type Currency, Money, money } from "./money.tsx";

export interface PriceStep {
  /** 目录价, 区域价, 合同折扣. */
  label: Child;
  /** Where it comes from: 苏北 −4%. */
  source?: Child;
  /** The price after this step. */
  afterMinor: number;
}

interface WaterfallProps {
  /** Said to screen readers: 成交价怎么来的. */
  label: string;
  steps: PriceStep[];
  /** The name of the result: 成交价. */
  result: Child;
  /** One scale for all lines of a document; absent: this line's own highest price. */
  scaleMinor?: number;
  currency?: Currency;
}

/** How a price came to be. Stands in the row under its line and ends below the price it explains. */
export function Waterfall({ label, steps, result, scaleMinor, currency }: WaterfallProps) {
  const scale = scaleMinor ?? Math.max(1, ...steps.map((step) => step.afterMinor));
  const at = (minor: number) => `${Math.round((minor / scale) * 1000) / 10}%`;
  const first = steps[0]?.afterMinor ?? 0;
  const last = steps.at(-1)?.afterMinor ?? 0;
  return (
    <div class="fall" role="group" aria-label={label}>
      {steps.map((step, index) => {
        const before = steps[index - 1]?.afterMinor;
        const change = before === undefined ? undefined : step.afterMinor - before;
        return (
          <>
            <span>{step.label}</span>
            <span class="q src">{step.source}</span>
            <Bar
              from={change === undefined ? "0%" : at(Math.min(before!, step.afterMinor))}
              width={at(change === undefined ? step.afterMinor : Math.abs(change))}
              cut={change !== undefined && change < 0}
            />
            <span class="n q">
              {change !== undefined && <Money minor={change} currency={currency} />}
            </span>
            <span class="n">{money(step.afterMinor, { currency })}</span>
          </>
        );
      })}
      <span class="end">{result}</span>
      <span class="end src"></span>
      <span class="end run">
        <Bar from="0%" width={at(last)} />
      </span>
      <span class="end n">
        <Money minor={last - first} currency={currency} />
      </span>
      <span class="end n">{money(last, { currency })}</span>
    </div>
  );
}

function Bar({ from, width, cut }: { from: string; width: string; cut?: boolean }) {
  return (
    <svg class={cut ? "run cut" : "run"} aria-hidden="true">
      <rect x={from} width={width} height="10" />
    </svg>
  );
}
