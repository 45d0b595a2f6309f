import type { Child } from "hono/jsx";

interface MessageProps {
  tone?: "bad" | "warn" | "ok";
  /** What happened, in bold. */
  fact: Child;
  /** More, and the way out as links. */
  children?: Child;
  /** Said at once by screen readers; for what the person just caused. */
  alert?: boolean;
  id?: string;
}

/** A strip in its place: what happened, then the way out. Never a toast. */
export function Message({ tone, fact, children, alert, id }: MessageProps) {
  return (
    <div id={id} class={tone ? `msg is-${tone}` : "msg"} role={alert ? "alert" : undefined}>
      <b>{fact}</b>
      {children}
    </div>
  );
}
