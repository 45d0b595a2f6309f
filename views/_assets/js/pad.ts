/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Cell = HTMLInputElement | HTMLSelectElement;

const cellsOf = (pad: Element) => [...pad.querySelectorAll<Cell>("[data-cell]")];

function sameCell(cell: Cell, by: number): Cell | undefined {
  const pad = cell.closest("[data-pad]")!;
  const column = cellsOf(pad).filter((other) => other.dataset.cell === cell.dataset.cell);
  return column[column.indexOf(cell) + by];
}

function nextCell(cell: Cell): Cell | undefined {
  const cells = cellsOf(cell.closest("[data-pad]")!);
  return cells[cells.indexOf(cell) + 1];
}

function changed(cell: Element): void {
  cell.dispatchEvent(new Event("change", { bubbles: true }));
}

function go(cell: Cell | undefined): boolean {
  cell?.focus();
  return cell !== undefined;
}

function copyAbove(cell: Cell): boolean {
  const above = sameCell(cell, -1);
  if (!above || cell.value === above.value) return true;
  cell.value = above.value;
  changed(cell);
  return true;
}

function submit(cell: Cell): boolean {
  const button = cell.form?.querySelector<HTMLButtonElement>("button[data-submit]");
  if (button) cell.form!.requestSubmit(button);
  return button !== null && button !== undefined;
}

/** The last cell adds a line: there is no next one, so what was typed is sent. */
function enter(cell: Cell): boolean {
  if (go(nextCell(cell)) || !cell.value) return true;
  // The browser's own change: one made by hand would be followed by a second when the row goes.
  cell.blur();
  cell.focus();
  return true;
}

function act(event: KeyboardEvent, cell: Cell): boolean {
  const held = event.ctrlKey || event.metaKey;
  if (event.key === "Enter") return held ? submit(cell) : enter(cell);
  if (held && event.key.toLowerCase() === "d") return copyAbove(cell);
  if (held || cell instanceof HTMLSelectElement) return false;
  if (event.key === "ArrowDown") return go(sameCell(cell, 1));
  if (event.key === "ArrowUp") return go(sameCell(cell, -1));
  return false;
}

function step(button: HTMLButtonElement): void {
  const cell = button.parentElement?.querySelector<HTMLInputElement>("[data-cell=quantity]");
  if (!cell) return;
  const size = Number(cell.dataset.multiple ?? 1);
  const value = (Math.trunc(Number(cell.value)) || 0) + Number(button.dataset.step) * size;
  cell.value = String(Math.max(0, value));
  changed(cell);
}

/** Rows copied from a spreadsheet go to the form that reads pasted text, in one request. */
function paste(event: ClipboardEvent, cell: Cell): void {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const box = document.querySelector("[data-pad-paste]");
  const area = box?.querySelector("textarea");
  const send = box?.querySelector<HTMLButtonElement>("button");
  if (!send || !area || cell.dataset.cell !== "code" || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  area.value = text;
  send.form!.requestSubmit(send);
}

const cellOf = (event: Event) => (event.target as Element).closest<Cell>("[data-pad] [data-cell]");

addEventListener("keydown", (event) => {
  const cell = event.isComposing ? null : cellOf(event);
  if (cell && act(event, cell)) event.preventDefault();
});

addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("[data-pad] [data-step]");
  if (!button) return;
  event.preventDefault();
  step(button);
});

addEventListener("paste", (event) => {
  const cell = cellOf(event);
  if (cell) paste(event, cell);
});

const pasteBox = () => document.querySelector<HTMLTextAreaElement>("[data-pad-paste] textarea");
let pasted = "";

/** Leaving the box is no order to add its rows; its button is, and would add them a second time. */
addEventListener("change", (event) => {
  if (event.target === pasteBox()) event.stopPropagation();
}, true);

addEventListener("htmx:before:request", () => {
  pasted = pasteBox()?.value ?? "";
});

/** Rows that were added leave the box, or the next change would add them again; refused ones are shown in it. */
function emptyPasteBox(): void {
  const box = pasteBox();
  const isRefused = document.querySelector("[data-pasted-wrong]") !== null;
  if (box && isRefused) box.closest("details")!.open = true;
  else if (box && box.value === pasted) box.value = "";
}

/** What was typed there is a line now. */
function emptyAddRow(): void {
  const cell = document.querySelector<HTMLInputElement>("[data-pad] [name=add]");
  if (cell) cell.value = "";
}

addEventListener("focusin", (event) => {
  const cell = cellOf(event);
  if (cell instanceof HTMLInputElement && cell.dataset.cell === "quantity") cell.select();
});

/** A row that was replaced while somebody typed in it keeps their place; a line just added gets it. */
let held = "";

addEventListener("htmx:before:swap", () => {
  const at = document.activeElement;
  held = at?.closest("[data-pad]") ? at.id : "";
});

addEventListener("htmx:after:swap", () => {
  emptyPasteBox();
  const added = document.querySelector<HTMLElement>("[data-pad] [autofocus]");
  added?.removeAttribute("autofocus");
  if (added) emptyAddRow();
  const lost = document.activeElement === document.body;
  if (added) added.focus();
  else if (lost && held) document.getElementById(held)?.focus();
});
