/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

interface Context {
  sourceElement: Element;
  request: { action: string; submitter?: HTMLElement };
  response?: { status: number };
}

const contextOf = (event: Event) => (event as CustomEvent<{ ctx?: Context }>).detail.ctx;
const strip = () => document.getElementById("strip");

/** One strip under the top bar says what went wrong; the words were written by the server. */
function say(words?: string): void {
  const at = strip();
  if (!at) return;
  at.textContent = words ?? "";
  at.hidden = !words;
}

function saved(context: Context | undefined, state: "saving" | "failed"): void {
  if (!context?.sourceElement.closest("[data-saves]")) return;
  for (const note of document.querySelectorAll<HTMLElement>(".saved")) {
    note.textContent = strip()?.dataset[state] ?? "";
    note.dataset.state = state;
  }
}

/** Statuses whose bodies are not swapped: see noSwap in _kit/hx.ts. */
function failed(event: Event): void {
  const context = contextOf(event);
  const status = context?.response?.status;
  const words = strip()?.dataset;
  if (status === 409 || status === 422) return;
  saved(context, "failed");
  if (status === 401) say(words?.signedOut);
  else if (status) say(words?.problem?.replace("{status}", String(status)));
  else say(navigator.onLine ? words?.noReply : words?.offline);
}

/** What the page says while htmx works, when it fails, and when the network is away. */
export function startRequests(): void {
  addEventListener("htmx:config:request", (event) => {
    const request = contextOf(event)?.request;
    const action = request?.submitter?.getAttribute("formaction");
    // As without scripts: the button's own address wins over the form's.
    if (request && action) request.action = action;
  });
  addEventListener("htmx:before:request", (event) => {
    saved(contextOf(event), "saving");
    if (navigator.onLine) say();
  });
  addEventListener("htmx:response:error", failed);
  addEventListener("htmx:error", failed);
  addEventListener("offline", () => say(strip()?.dataset.offline));
  addEventListener("online", () => say());
  if (!navigator.onLine) say(strip()?.dataset.offline);
  sendOnce();
}

/** A plain form is sent once, however often the button is pressed. */
function sendOnce(): void {
  const sent = new WeakSet<HTMLFormElement>();
  addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
    if (sent.has(form)) event.preventDefault();
    sent.add(form);
    setTimeout(() => sent.delete(form), 10_000);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form").forEach((form) => sent.delete(form));
  });
}
