/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Opens a dialog of this page; false when it has none by that name. */
export function openDialog(id: string): boolean {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return false;
  if (!dialog.open) dialog.showModal();
  return true;
}

/** `data-dialog` opens a dialog instead of the page its link leads to. */
export function startDialogs(): void {
  addEventListener("click", (event) => {
    const at = event.target as Element;
    const opener = at.closest<HTMLElement>("[data-dialog]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (opener && plain && openDialog(opener.dataset.dialog!)) event.preventDefault();
    if (at instanceof HTMLDialogElement) at.close();
    closeMenus(at);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null);
  });
}

function closeMenus(at: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(".menu[open]")) {
    if (!menu.contains(at)) menu.open = false;
  }
}
