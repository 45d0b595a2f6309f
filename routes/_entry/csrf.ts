const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A request that changes something and carries a cookie must come from our own pages, whatever its
 * content type: browsers say so in Sec-Fetch-Site, older ones in Origin.
 */
export function isFromOurPages(request: Request, origin: string): boolean {
  if (safe.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return request.headers.get("origin") === origin;
}
