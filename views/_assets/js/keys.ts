/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { openDialog } from "./dialogs.ts";

function isTyping(at: EventTarget | null): boolean {
  return at instanceof HTMLElement && at.matches("input:not([type=checkbox]),select,textarea");
}

function find(): boolean {
  return openDialog("find");
}

function searchHere(): boolean {
  const box = document.querySelector<HTMLInputElement>("[data-search]");
  if (!box) return find();
  box.focus();
  box.select();
  return true;
}

function rows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>(".list tbody tr:not(.sub)")];
}

/** The row under the keyboard is the one that holds the focus. */
function moveRow(by: number): boolean {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at < 0 ? 0 : at + by];
  next?.querySelector<HTMLElement>("a")?.focus();
  return next !== undefined;
}

function pickRow(): boolean {
  const row = document.activeElement?.closest(".list tr");
  const box = row?.querySelector<HTMLInputElement>("[type=checkbox]");
  box?.click();
  return box !== null && box !== undefined;
}

const actions: Record<string, () => boolean> = {
  "/": searchHere,
  "?": () => openDialog("keys"),
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: pickRow,
};

/** Ctrl K always; the single keys only outside fields, and not when the person turned them off. */
export function startKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      if (find()) event.preventDefault();
      return;
    }
    const off = document.documentElement.dataset.keys === "off";
    if (modified || off || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (actions[event.key]?.()) event.preventDefault();
  });
}
