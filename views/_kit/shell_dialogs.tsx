import { Dialog } from "./dialog.tsx";
import { hx } from "./hx.ts";
import { paths } from "./paths.ts";
import { kitWords, type Lang } from "./text.ts";

/** Opened by Ctrl K and by the link to the search page, which does the same without scripts. */
export function FindDialog({ lang }: { lang: Lang }) {
  const t = kitWords(lang);
  return (
    <Dialog id="find" label={t.find}>
      <form class="in" action={paths.search()} role="search">
        <div class="or">
          <input
            class="box"
            type="search"
            name="q"
            aria-label={t.findWhat}
            placeholder={t.findHint}
            autofocus
            {...hx.get(paths.search(), {
              target: "#find-found",
              swap: "innerHTML",
              trigger: { on: "input", changed: true, delayMs: 200 },
            })}
          />
          <button type="submit" class="b">{t.find}</button>
        </div>
      </form>
      <div id="find-found" class="found" aria-live="polite"></div>
    </Dialog>
  );
}

/** What the keyboard can do, opened by `?`. */
export function KeysDialog({ lang }: { lang: Lang }) {
  const t = kitWords(lang);
  const rows: [string[], string][] = [
    [["/", "Ctrl K"], t.keyList.find],
    [["j", "k"], t.keyList.rows],
    [["x"], t.keyList.pick],
    [["?"], t.keyList.help],
    [["Esc"], t.keyList.close],
  ];
  return (
    <Dialog id="keys" label={t.keys}>
      <header>
        <h2>{t.keys}</h2>
      </header>
      <dl class="sum in">
        {rows.map(([keys, meaning]) => (
          <>
            <dt>{meaning}</dt>
            <dd>{keys.map((key) => <kbd>{key}</kbd>)}</dd>
          </>
        ))}
      </dl>
      <form method="dialog" class="in">
        <button type="submit" class="b w">{t.close}</button>
      </form>
    </Dialog>
  );
}
