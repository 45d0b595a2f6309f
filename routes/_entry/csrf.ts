import { Forbidden } from "./errors.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A request that changes something and carries a cookie must come from our own pages, whatever its
 * content type: browsers say so in Sec-Fetch-Site, older ones in Origin.
 */
export function checkSameOrigin(request: Request, origin: string): void {
  if (safe.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) {
    if (site !== "same-origin") throw new Forbidden("cross-site request");
    return;
  }
  if (request.headers.get("origin") !== origin) throw new Forbidden("cross-site request");
}
