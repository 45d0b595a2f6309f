import { jsonOf, type Log } from "./log.ts";

export type LogStream = { log: Log; close(): Promise<void> };

const gatherMs = 100;
const gatherChars = 32 * 1024;
/** A reader that has stopped reading must not fill the memory, nor stop the house. */
const mostChars = 4 * 1024 * 1024;

/**
 * Lines gathered and written together, since a line a request is on everybody's way. What cannot be
 * kept is counted and told. `onlyTrouble` leaves out what is merely said.
 */
export function openLogStream(
  { write = writeAll, onlyTrouble = false }: {
    write?: (text: string) => Promise<void>;
    onlyTrouble?: boolean;
  } = {},
): LogStream {
  let waiting = "";
  let dropped = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeOnce().finally(() => {
      writing = null;
      if (waiting !== "") timer ??= setTimeout(flush, gatherMs);
    });
  };
  const writeOnce = async () => {
    if (dropped > 0) waiting += `${jsonOf(lost(dropped))}\n`;
    const text = waiting;
    waiting = "";
    dropped = 0;
    await write(text).catch(() => {});
  };
  const log: Log = (line) => {
    if (onlyTrouble && line.level === "info") return;
    if (waiting.length > mostChars) {
      dropped += 1;
      return;
    }
    waiting += `${jsonOf(line)}\n`;
    if (waiting.length > gatherChars || line.level === "error") flush();
    else timer ??= setTimeout(flush, gatherMs);
  };
  const close = async () => {
    while (waiting !== "" || writing) {
      flush();
      await writing;
    }
    clearTimeout(timer);
  };
  return { log, close };
}

const lost = (count: number) => ({ event: "log_lines_lost", level: "warn", count }) as const;

const encoder = new TextEncoder();

async function writeAll(text: string): Promise<void> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}
