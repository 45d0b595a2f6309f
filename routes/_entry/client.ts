import { isLoopback } from "./origin.ts";

/** Who is at the other end of the line. */
export type Client = {
  address: string;
  /** A program on this very machine that did not come through a proxy. */
  isNear: boolean;
};

const forwardedFor = "x-forwarded-for";

/** The socket's address, or what our own proxy says about it; nobody else is believed. */
export function clientOf(request: Request, env: unknown, trustedProxy: string | null): Client {
  const socket = socketAddress(env);
  const forwarded = request.headers.get(forwardedFor);
  const isOurProxy = trustedProxy !== null && socket === trustedProxy;
  const seenByProxy = forwarded?.split(",").at(-1)?.trim();
  return {
    address: isOurProxy && seenByProxy ? seenByProxy.slice(0, 60) : socket,
    isNear: forwarded === null && (isLoopback(socket) || socket === "::1"),
  };
}

/** Deno.serve hands its connection to Hono as the environment; a test without a socket has none. */
function socketAddress(env: unknown): string {
  const remote = (env as { remoteAddr?: { hostname?: string } } | undefined)?.remoteAddr;
  return remote?.hostname ?? "unknown";
}

/** The network an address belongs to, so that one visitor cannot pose as many: /24, or /56 of IPv6. */
export function prefixOf(address: string): string {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.split(".").slice(0, 3).join(".");
  if (!address.includes(":")) return address;
  const groups = wholeIpv6(address);
  return [...groups.slice(0, 3), (groups[3] ?? "0").padStart(4, "0").slice(0, 2)].join(":");
}

function wholeIpv6(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  if (tail === undefined) return before;
  const after = tail === "" ? [] : tail.split(":");
  return [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
}
