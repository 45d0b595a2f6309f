/** Only these fields may be logged: nothing a person typed, no name, phone, address, cookie or token. */
export type LogLine = {
  event: string;
  level: "info" | "warn" | "error";
  requestId?: string;
  method?: string;
  route?: string;
  status?: number;
  ms?: number;
  userId?: string;
  reason?: string;
  action?: string;
  count?: number;
};

export type Log = (line: LogLine) => void;

// deno-lint-ignore no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f]/g;

export const logToConsole: Log = (line) => {
  const clean = Object.fromEntries(
    Object.entries(line).map(([key, value]) => [
      key,
      typeof value === "string" ? value.replace(control, " ").slice(0, 500) : value,
    ]),
  );
  console.log(JSON.stringify({ at: new Date().toISOString(), ...clean }));
};

const quoted = /"[^"]*"?|'[^']*'?|`[^`]*`?|[{[].*/g;

/**
 * What went wrong and where, without what was given: messages of parsers and of broken invariants
 * quote their input, and that is nobody's to read in a log.
 */
export function faultReason(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const [said = ""] = fault.message.split("\n");
  const frame = /\bat [^\n]*?([\w./-]+\.tsx?:\d+:\d+)/.exec(fault.stack ?? "")?.[1] ?? "";
  const where = frame.split("/").slice(-3).join("/");
  return `${fault.name}: ${said.replace(quoted, "…")} ${where}`.trim();
}
