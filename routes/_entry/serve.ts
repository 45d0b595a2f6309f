import { setTimeout } from "node:timers/promises";

type Handler = (request: Request, info: Deno.ServeHandlerInfo) => Response | Promise<Response>;

export type OpenDoor = {
  url: string;
  finished: Promise<void>;
  /**
   * Takes no more requests and lets those under way finish, until the deadline: false when some have
   * not. The end of the process cuts those, since Deno's abort fails once a shutdown has begun.
   */
  close(deadlineMs?: number): Promise<boolean>;
};

const politeMs = 5000;

export function openDoor(
  { host: hostname, port }: { host: string; port: number },
  handler: Handler,
): OpenDoor {
  const server = Deno.serve({
    hostname,
    port,
    automaticCompression: true,
    onListen: () => {},
  }, handler);
  const { addr, finished } = server;
  const name = addr.hostname.includes(":") ? `[${addr.hostname}]` : addr.hostname;
  return {
    url: `http://${name}:${addr.port}`,
    finished,
    close: (deadlineMs = politeMs) => within(deadlineMs, server.shutdown()),
  };
}

/** Waits for work, but no longer than this: false when it was not done by then. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const ending = new AbortController();
  const late = setTimeout(ms, false, { signal: ending.signal }).catch(() => false);
  const inTime = await Promise.race([work.then(() => true), late]);
  ending.abort();
  return inTime;
}
