/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const figures = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function ticks(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter((box): box is HTMLInputElement =>
    box instanceof HTMLInputElement && box.type === "checkbox"
  );
}

function say(form: HTMLFormElement, place: string, words: string): void {
  const at = form.querySelector(place);
  if (at) at.textContent = words;
}

/** Minor units are added as integers and divided once. */
function count(form: HTMLFormElement): void {
  const all = ticks(form);
  const chosen = all.filter((box) => box.checked);
  const head = document.querySelector<HTMLInputElement>(`[data-all="${form.getAttribute("id")}"]`);
  if (head) {
    head.checked = all.length > 0 && chosen.length === all.length;
    head.indeterminate = chosen.length > 0 && !head.checked;
  }
  const minor = chosen.reduce((sum, box) => sum + Number(box.dataset.amount ?? 0), 0);
  say(form, "[data-count]", String(chosen.length));
  say(form, "[data-sum]", figures.format(minor / 100).replace("-", "−"));
}

let last: HTMLInputElement | undefined;

/** Shift takes everything between this tick and the last one. */
function range(form: HTMLFormElement, box: HTMLInputElement): void {
  const all = ticks(form);
  const [from, to] = [all.indexOf(last!), all.indexOf(box)].sort((a, b) => a - b);
  if (from! >= 0) all.slice(from, to! + 1).forEach((one) => one.checked = box.checked);
}

/** The bulk bar's sum, the tick above the list, and Shift for a range. */
export function startBulk(): void {
  addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    if (box.dataset.all) {
      const form = document.getElementById(box.dataset.all) as HTMLFormElement;
      ticks(form).forEach((one) => one.checked = box.checked);
      count(form);
    } else if (box.form?.matches(".bulk")) {
      if (event.shiftKey && last) range(box.form, box);
      last = box;
      count(box.form);
    }
  });
  addEventListener("reset", ({ target }) => {
    if (target instanceof HTMLFormElement) setTimeout(() => count(target));
  });
  // A page from the back-forward cache keeps its ticks.
  addEventListener("pageshow", () => {
    document.querySelectorAll<HTMLFormElement>("form.bulk").forEach(count);
  });
}
