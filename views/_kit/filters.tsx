import type { Child } from "hono/jsx";
import { AllFilters, type Filter, Kept, type Query, UnsetChip } from "./filter_popovers.tsx";
import { withQuery } from "./paths.ts";
import { kitWords, type Lang } from "./text.ts";

export interface FiltersProps {
  /** The list's path. */
  action: string;
  /** What else the URL must keep, such as the view; never the page key. */
  keep?: Record<string, string | undefined>;
  search?: { name?: string; value?: string; label: string; placeholder?: string };
  filters?: Filter[];
  /** A `<Density>`. */
  density?: Child;
  lang: Lang;
}

/** A filter in force as its chip says it: 区域：华东. */
function chipWords({ label, options, value }: Filter, lang: Lang): string {
  const word = options?.find((option) => option.value === value)?.label.trim() ?? value ?? "";
  return `${label}${kitWords(lang).colon}${word}`;
}

/** What was searched for and the filters in force, each in words. */
export function narrowingWords(
  { search, filters = [] }: Pick<FiltersProps, "search" | "filters">,
  lang: Lang,
): string[] {
  const set = filters.filter(({ value }) => value).map((filter) => chipWords(filter, lang));
  return search?.value ? [`“${search.value}”`, ...set] : set;
}

/** Search box and chips. Every state is a URL: dashed is unset, solid is set, × clears. */
export function Filters({ action, keep, search, filters = [], density, lang }: FiltersProps) {
  const t = kitWords(lang);
  const q = search?.name ?? "q";
  const set = Object.fromEntries(filters.map(({ name, value }) => [name, value]));
  const kept: Query = { ...keep, [q]: search?.value };
  const all: Query = { ...kept, ...set };
  const without = (name: string) => ({ ...all, [name]: undefined });
  return (
    <div class="filters">
      {search && (
        <form action={action} role="search">
          <Kept query={without(q)} />
          <input
            class="box"
            type="search"
            name={q}
            value={search.value}
            placeholder={search.placeholder}
            aria-label={search.label}
            data-search
          />
        </form>
      )}
      {filters.filter(({ value }) => value).map((filter) => (
        <a class="chip on" href={withQuery(action, without(filter.name))}>
          {chipWords(filter, lang)}
          <span aria-hidden="true">×</span>
          <span class="vh">{t.clearFilter(filter.label)}</span>
        </a>
      ))}
      {filters.filter(({ value }) => !value).map((filter) => (
        <UnsetChip filter={filter} action={action} others={without(filter.name)} t={t} />
      ))}
      {filters.length > 0 && <AllFilters action={action} filters={filters} keep={kept} t={t} />}
      {density}
    </div>
  );
}
