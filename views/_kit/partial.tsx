import type { Child } from "hono/jsx";
import type { Swap } from "./hx.ts";

interface PartialProps {
  /** A selector: #line-a7. */
  target: string;
  swap?: Swap | "beforebegin";
  children?: Child;
}

/** One piece of an answer that changes several places at once; the rest of the page stays. */
export function Partial({ target, swap = "outerHTML", children }: PartialProps) {
  return <hx-partial hx-target={target} hx-swap={swap}>{children}</hx-partial>;
}
