/**
 * The only place that writes htmx 4 attributes. Trigger filters, `hx-on` and `js:` values need
 * eval, which our content policy forbids, so they cannot be said here.
 */
export type Swap =
  | "innerHTML"
  | "outerHTML"
  | "innerMorph"
  | "outerMorph"
  | "beforeend"
  | "afterend"
  | "delete"
  | "none";

export interface Trigger {
  on: "change" | "input" | "click" | "submit" | "load" | "revealed";
  /** Only when the value differs from last time. */
  changed?: boolean;
  delayMs?: number;
  /** A simple selector without spaces, such as `#pad`. */
  from?: string;
}

export interface HxOptions {
  target?: string;
  swap?: Swap;
  /** drop: the first click wins (writes). replace: the last keystroke wins (previews, searches). */
  sync?: "drop" | "replace" | "abort" | "queue last";
  /** true: the form's buttons while the request runs; or a selector such as `this`. */
  disable?: boolean | string;
  trigger?: Trigger["on"] | Trigger | (Trigger["on"] | Trigger)[];
  indicator?: string;
  include?: string;
  select?: string;
  push?: boolean;
}

export type HxAttributes = Record<string, string>;

function triggerText(trigger: Trigger["on"] | Trigger): string {
  if (typeof trigger === "string") return trigger;
  const { on, changed, delayMs, from } = trigger;
  const words = [on, changed && "changed", delayMs && `delay:${delayMs}ms`, from && `from:${from}`];
  return words.filter(Boolean).join(" ");
}

function request(
  verb: "get" | "post",
  path: string,
  { target, swap, sync, disable, trigger, indicator, include, select, push }: HxOptions,
): HxAttributes {
  const made: Record<string, string | undefined> = {
    [`hx-${verb}`]: path,
    "hx-target": target,
    "hx-swap": swap,
    "hx-sync": sync && `this:${sync}`,
    "hx-disable": disable === true ? "findAll button" : disable || undefined,
    "hx-trigger": trigger && [trigger].flat().map(triggerText).join(", "),
    "hx-indicator": indicator,
    "hx-include": include,
    "hx-select": select,
    "hx-push-url": push ? "true" : undefined,
  };
  const kept = Object.entries(made).filter((pair): pair is [string, string] => pair[1] != null);
  return Object.fromEntries(kept);
}

export const hx = {
  /** A read: the newest keystroke wins. */
  get: (path: string, options: HxOptions = {}): HxAttributes =>
    request("get", path, { sync: "replace", ...options }),

  /** A write, on a real `<form action method="post">`: one click, one request. */
  post: (path: string, options: HxOptions = {}): HxAttributes =>
    request("post", path, { sync: "drop", disable: true, swap: "outerHTML", ...options }),

  /** A second fragment of the same answer, swapped into the element with the same id. */
  also: (swap: Swap = "outerHTML"): HxAttributes => ({ "hx-swap-oob": swap }),

  /** Morphing leaves this element and what is typed in it alone. */
  keep: { "hx-morph-skip": "" } as HxAttributes,
};

/** htmx's settings, in a meta tag: errors we do not swap are told by quanyu.ts in the strip. */
export const hxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: "reload",
  prefix: "",
  noSwap: [204, 304, 401, 403, 404, 429, "5xx"],
});
