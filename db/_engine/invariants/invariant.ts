export type Invariant = {
  name: string;
  says: { zh: string; en: string };
  /** Must return no row. A `?` in it stands for the present instant. */
  sql: string;
  /** True when a row means that work waits, not that anything is wrong in the books. */
  waiting?: true;
};

/** Two or more sides that cancel out for every key: nothing may be left over on either of them. */
export function balanced(by: string, ...sides: [string, string, ...string[]]): string {
  return `select ${by}, sum(amount) as difference from (${
    sides.join(" union all ")
  }) group by ${by} having sum(amount) <> 0`;
}

/** Nobody stands above itself, however long the way. `edges` selects (child, parent). */
export function acyclic(edges: string): string {
  return `with recursive edge (child, parent) as (${edges}),
    above (start, at) as (
      select child, parent from edge
      union
      select above.start, edge.parent from above join edge on edge.child = above.at
    )
    select start from above where start = at`;
}
