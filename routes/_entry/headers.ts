const policy = (script: string) =>
  `default-src 'none'; script-src ${script}; style-src 'self'; img-src 'self' data:; connect-src 'self'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const plainPolicy = policy("'self'");
const kernelPolicy = policy("'self' 'wasm-unsafe-eval'");

type Answered = { https: boolean; kernel?: boolean; fragment: boolean; requestId: string };

/** On every answer, errors included. */
export function secure(headers: Headers, answered: Answered): void {
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-request-id", answered.requestId);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  // Only our own script can ask for a fragment, so no browser ever shows one as a document.
  if (!answered.fragment) secureDocument(headers, answered);
}

function secureDocument(headers: Headers, { https, kernel }: Answered): void {
  headers.set("content-security-policy", kernel ? kernelPolicy : plainPolicy);
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
}
