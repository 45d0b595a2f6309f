/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

function labelOf(field: Element | null): string {
  const label = field instanceof HTMLFieldSetElement
    ? field.querySelector("legend")
    : (field as HTMLInputElement | null)?.labels?.[0];
  return label?.textContent?.trim() ?? "";
}

/** The list of what to fix says “fill this in” five times: each link gets the name of its field. */
function nameErrors(): void {
  const colon = document.documentElement.lang === "en" ? ": " : "：";
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".msg.is-bad a[href^='#']")) {
    const label = labelOf(document.getElementById(link.hash.slice(1)));
    const said = link.textContent?.trim() ?? "";
    if (label && !said.includes(label)) link.textContent = label + colon + said;
  }
}

export function startErrors(): void {
  nameErrors();
  addEventListener("htmx:after:swap", nameErrors);
}
