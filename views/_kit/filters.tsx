import type { Child } from "hono/jsx";
import { Field, type Option, Select } from "./field.tsx";
import { withQuery } from "./paths.ts";
import { type KitWords, kitWords, type Lang } from "./text.ts";

export interface Filter {
  /** The query parameter. */
  name: string;
  label: string;
  /** The value in force; absent: unset. */
  value?: string;
  /** A closed list; absent: a value typed into a box. */
  options?: Option[];
  type?: "text" | "date" | "number";
}

interface FiltersProps {
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

type Query = Record<string, string | undefined>;

const wordOf = ({ options, value }: Filter) =>
  options?.find((option) => option.value === value)?.label ?? value ?? "";

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
          {`${filter.label}${t.colon}${wordOf(filter)}`}
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

interface UnsetChipProps {
  filter: Filter;
  action: string;
  others: Query;
  t: KitWords;
}

/** The popover is the browser's own, so it opens and closes without scripts. */
function UnsetChip({ filter, action, others, t }: UnsetChipProps) {
  const { name, label, options, type = "text" } = filter;
  const id = `filter-${name}`;
  return (
    <>
      <button type="button" class="chip wide" popovertarget={id}>{label}</button>
      <div id={id} class="pop" popover="auto">
        {options
          ? options.map((option) => (
            <a href={withQuery(action, { ...others, [name]: option.value })}>{option.label}</a>
          ))
          : (
            <form action={action} class="or">
              <Kept query={others} />
              <input class="box" type={type} name={name} aria-label={label} required />
              <button type="submit" class="b">{t.filter}</button>
            </form>
          )}
      </div>
    </>
  );
}

interface AllFiltersProps {
  action: string;
  filters: Filter[];
  keep: Query;
  t: KitWords;
}

/** On a phone one chip opens all filters as one form. Empty parameters mean unset. */
function AllFilters({ action, filters, keep, t }: AllFiltersProps) {
  const id = `filters-${filters[0]?.name}`;
  return (
    <>
      <button type="button" class="chip thin" popovertarget={id}>{t.filter}</button>
      <div id={id} class="pop" popover="auto">
        <form action={action} class="in">
          <Kept query={keep} />
          {filters.map(({ name, label, value, options, type }) =>
            options
              ? <Select id={`${id}-${name}`} {...{ name, label, value, options }} empty={t.any} />
              : <Field id={`${id}-${name}`} {...{ name, label, value }} type={type} />
          )}
          <button type="submit" class="b w">{t.apply}</button>
        </form>
      </div>
    </>
  );
}

function Kept({ query }: { query: Query }) {
  return (
    <>
      {Object.entries(query).map(([name, value]) =>
        value && <input type="hidden" name={name} value={value} />
      )}
    </>
  );
}
