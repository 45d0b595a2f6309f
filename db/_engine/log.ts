/** Only these fields may be logged: nothing a person typed, no name, phone, address, cookie or token. */
export type LogLine = {
  event: string;
  level: "info" | "warn" | "error";
  requestId?: string;
  method?: string;
  /** The template, as the table of contents has it: an address may hold what a person typed. */
  route?: string;
  status?: number;
  ms?: number;
  userId?: string;
  reason?: string;
  action?: string;
  count?: number;
  outboxId?: number;
};

export type Log = (line: LogLine) => void;

/** The same list where the compiler cannot see: a field that is not here is dropped as it is written. */
const allowed = Object.keys(
  {
    event: true,
    level: true,
    requestId: true,
    method: true,
    route: true,
    status: true,
    ms: true,
    userId: true,
    reason: true,
    action: true,
    count: true,
    outboxId: true,
  } satisfies Record<keyof LogLine, true>,
) as (keyof LogLine)[];

const longest = 500;
// deno-lint-ignore no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f]/g;

/** One line of JSON with the allowed fields only, each of them a short text or a number. */
export function jsonOf(line: LogLine, at = new Date().toISOString()): string {
  const kept: Record<string, unknown> = { at };
  for (const name of allowed) {
    const value = line[name];
    if (typeof value === "number") kept[name] = value;
    else if (typeof value === "string") {
      kept[name] = value.replace(control, " ").slice(0, longest);
    }
  }
  return JSON.stringify(kept);
}

/** At once, for what is not on the way of a request. */
export const logToConsole: Log = (line) => console.log(jsonOf(line));

/** Quoted text, JSON, files, addresses, long numbers, and all that is not written in ASCII. */
const given = /"[^"]*"?|'[^']*'?|`[^`]*`?|[{[].*|\S*\/\S+|\S+@\S+|\+?\d[\d -]{5,}\d|[^ -~]+/g;

/**
 * What went wrong and where, without what was given: messages of parsers and of broken invariants
 * quote their input, and that is nobody's to read in a log.
 */
export function faultReason(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const [said = ""] = fault.message.split("\n");
  const frame = /\bat [^\n]*?([\w./-]+\.tsx?:\d+:\d+)/.exec(fault.stack ?? "")?.[1] ?? "";
  const where = frame.split("/").slice(-3).join("/");
  return `${fault.name}: ${said.replace(given, "…")} ${where}`.trim();
}
