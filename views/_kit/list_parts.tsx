import type { Child } from "hono/jsx";
import { Guard, type GuardProps } from "./field_parts.tsx";
import type { HxAttributes } from "./hx.ts";
import { cappedCount } from "./number.tsx";
import { paths } from "./paths.ts";
import { kitWords, type Lang } from "./text.ts";
import { Seg } from "./top_bar.tsx";

export interface View {
  href: string;
  label: string;
  /** Capped by the database: 1001 reads `1,000+`, 101 under a cap of 100 `100+`. */
  count?: number;
  cap?: number;
  /** Red when late, otherwise grey. */
  late?: boolean;
  current?: boolean;
}

/** Saved views, each one a URL. */
export function Tabs({ views, save, lang }: { views: View[]; save?: View; lang: Lang }) {
  return (
    <nav class="tabs" aria-label={kitWords(lang).views}>
      {views.map(({ href, label, count, cap, late, current }) => (
        <a href={href} aria-current={current ? "page" : undefined}>
          {label}
          {count !== undefined && <i class={late ? "bad" : undefined}>{cappedCount(count, cap)}</i>}
        </a>
      ))}
      {save && <a class="qq" href={save.href}>{save.label}</a>}
    </nav>
  );
}

interface PagerProps {
  /** 约 1,240 单，按下单时间从新到旧. */
  note: Child;
  newer?: string;
  older?: string;
  /** Sorted by name or code: pages come before and after, nothing is newer. */
  byCode?: boolean;
  lang: Lang;
}

/** Pages by key: newer and older, never numbers. */
export function Pager({ note, newer, older, byCode, lang }: PagerProps) {
  const t = kitWords(lang);
  const [before, after] = byCode ? t.pages : [t.newer, t.older];
  return (
    <nav class="pager" aria-label={t.pager}>
      <span class="note">{note}</span>
      {newer && <a class="b s" rel="prev" href={newer}>{before}</a>}
      {older && <a class="b s" rel="next" href={older}>{after}</a>}
    </nav>
  );
}

export interface BulkVerb {
  /** A verb that says what happens: 审核通过. */
  label: string;
  action: string;
  /** At most one. */
  main?: boolean;
}

interface BulkProps extends GuardProps {
  /** The form's id, the same as the table's `select.form`. */
  id: string;
  verbs: BulkVerb[];
  /** What is counted: 单; absent: rows. */
  unit?: string;
  /** Whether the rows carry money to add up. */
  sum?: boolean;
  hx?: HxAttributes;
  lang: Lang;
}

/** Shown by CSS once a row is ticked; the count and the sum need the script, the verbs do not. */
export function Bulk({ id, verbs, unit, sum, hx, idempotencyKey, version, lang }: BulkProps) {
  const t = kitWords(lang);
  const [before, counted, comma, currency] = t.selected(unit ?? t.rowUnit);
  return (
    <form id={id} class="bulk" method="post" aria-label={t.bulk} {...hx}>
      <span class="live" role="status">
        {before}
        <b data-count></b>
        {counted}
        {sum && (
          <>
            {comma}
            <b data-sum></b>
            {currency}
          </>
        )}
      </span>
      <Guard idempotencyKey={idempotencyKey} version={version} />
      <span class="acts">
        {verbs.map(({ label, action, main }) => (
          <button type="submit" class={main ? "b s go" : "b s"} formaction={action}>{label}</button>
        ))}
        <button type="reset" class="b s bare">{t.unselect}</button>
      </span>
    </form>
  );
}

interface DensityProps {
  here: string;
  rows?: "tight" | "loose";
  lang: Lang;
}

/** Row height, kept as a preference of the person. */
export function Density({ here, rows, lang }: DensityProps) {
  const t = kitWords(lang);
  return (
    <form class="density" method="post" action={paths.preference()}>
      <input type="hidden" name="back" value={here} />
      <Seg
        label={t.density}
        name="rows"
        value={rows ?? "normal"}
        options={Object.entries(t.densities)}
      />
    </form>
  );
}
