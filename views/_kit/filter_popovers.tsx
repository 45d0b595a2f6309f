import { Field, type Option, Select } from "./field.tsx";
import { withQuery } from "./paths.ts";
import type { KitWords } from "./text.ts";

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

export type Query = Record<string, string | undefined>;

interface UnsetChipProps {
  filter: Filter;
  action: string;
  others: Query;
  t: KitWords;
}

/** One filter. The popover is the browser's own, so it opens and closes without scripts. */
export function UnsetChip({ filter, action, others, t }: UnsetChipProps) {
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
export function AllFilters({ action, filters, keep, t }: AllFiltersProps) {
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

/** What else the URL keeps, as hidden fields of a GET form. */
export function Kept({ query }: { query: Query }) {
  return (
    <>
      {Object.entries(query).map(([name, value]) =>
        value && <input type="hidden" name={name} value={value} />
      )}
    </>
  );
}
