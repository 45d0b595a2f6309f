const policy = (script: string) =>
  `default-src 'none'; script-src ${script}; style-src 'self'; img-src 'self' data:; connect-src 'self'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const plainPolicy = policy("'self'");
const kernelPolicy = policy("'self' 'wasm-unsafe-eval'");

/** On every answer, errors included. */
export function secure(
  headers: Headers,
  { https, kernel, requestId }: { https: boolean; kernel?: boolean; requestId: string },
): void {
  headers.set("content-security-policy", kernel ? kernelPolicy : plainPolicy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.set("x-request-id", requestId);
  if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}
