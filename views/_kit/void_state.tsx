import type { Child } from "hono/jsx";
import { kitWords, type Lang } from "./text.ts";

interface VoidStateProps {
  /** What is not here. */
  title: string;
  /** Why, or when it comes. */
  children: Child;
  /** One way on. */
  actions?: Child;
}

/** A ruled blank instead of rows. */
export function VoidState({ title, children, actions }: VoidStateProps) {
  return (
    <div class="void-state">
      <h2>{title}</h2>
      <p class="q">{children}</p>
      {actions && <p class="acts">{actions}</p>}
    </div>
  );
}

interface FilteredEmptyProps {
  /** The filters in force, in words: 下单 近两天，跟单 我这组. */
  filters: string;
  clearHref: string;
  lang: Lang;
}

/** Nothing fits the filters: names them and offers to clear them. */
export function FilteredEmpty({ filters, clearHref, lang }: FilteredEmptyProps) {
  const t = kitWords(lang);
  return (
    <VoidState
      title={t.nothingFound}
      actions={<a class="b" href={clearHref}>{t.clearFilters}</a>}
    >
      {t.nothingFoundFor(filters)}
    </VoidState>
  );
}
