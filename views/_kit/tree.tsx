import type { Child } from "hono/jsx";
import type { Option } from "./field.tsx";

type Node = { code: string; parentCode: string | null };

/** Each after what it stands under, with how deep it stands; what hangs in the air stands at the top. */
export function inTreeOrder<Row extends Node>(rows: readonly Row[]): (Row & { depth: number })[] {
  const codes = new Set(rows.map(({ code }) => code));
  const under = Map.groupBy(
    rows,
    ({ parentCode }) => parentCode !== null && codes.has(parentCode) ? parentCode : null,
  );
  const ordered: (Row & { depth: number })[] = [];
  const add = (parent: string | null, depth: number) => {
    for (const row of under.get(parent) ?? []) {
      ordered.push({ ...row, depth });
      add(row.code, depth + 1);
    }
  };
  add(null, 0);
  return ordered;
}

const step = "　";

/** A tree as the options of a select, told apart by their indent. */
export function treeOptions<Row extends Node>(
  rows: readonly Row[],
  labelOf: (row: Row) => string,
): Option[] {
  return inTreeOrder(rows).map((row) => ({
    value: row.code,
    label: step.repeat(row.depth) + labelOf(row),
  }));
}

/** A name as deep as it stands in its tree. */
export function Indented({ depth, children }: { depth: number; children: Child }) {
  return (
    <>
      {depth > 0 && <span class="qq" aria-hidden="true">{`${step.repeat(depth - 1)}└ `}</span>}
      {children}
    </>
  );
}

export interface Branch {
  /** The name as a link, and what stands beside it. */
  label: Child;
  /** The name alone, for whoever hears what opens. */
  name: string;
  /** At the right: how many are below, what is special. */
  note?: Child;
  below: Branch[];
}

/**
 * A tree that opens and closes without scripts; the first two levels stand open. The link lies on
 * top of its row: inside a summary it would be a button within a button.
 */
export function Branches({ branches, depth = 0 }: { branches: Branch[]; depth?: number }) {
  return (
    <ul class="tree">
      {branches.map(({ label, name, note, below }) => (
        <li>
          <span class="own">{label}</span>
          {below.length > 0
            ? (
              <details open={depth < 2}>
                <summary>
                  <span class="vh">{name}</span>
                  <span class="end">{note}</span>
                </summary>
                <Branches branches={below} depth={depth + 1} />
              </details>
            )
            : (
              <div class="leaf">
                <span class="end">{note}</span>
              </div>
            )}
        </li>
      ))}
    </ul>
  );
}
