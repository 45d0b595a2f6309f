import type { Child } from "hono/jsx";

/**
 * How far a document has gone: p0 草稿, p1 待审核, p2 配货中, p3 在途, p4 finished. Exceptions
 * change shape: hold waits for a person, stop is stopped, void is cancelled.
 */
export type Stage = "p0" | "p1" | "p2" | "p3" | "p4" | "hold" | "stop" | "void";

interface StatusProps {
  stage: Stage;
  /** The status in words: the disc never stands alone. */
  children: Child;
}

/** The disc that fills, and its words. */
export function Status({ stage, children }: StatusProps) {
  return <span class={stage === "p0" ? "st" : `st ${stage}`}>{children}</span>;
}

interface TagProps {
  /** A thin tag is for the phone's row card only. */
  thin?: boolean;
  children: Child;
}

/** A rule as words, outlined: 满 20 送 1. */
export function Tag({ thin, children }: TagProps) {
  return <span class={thin ? "tag thin" : "tag"}>{children}</span>;
}
