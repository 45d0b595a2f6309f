import { type PrincipalName, principals } from "./principals.ts";
import { type Relation, relations } from "./things.ts";

/** One question of the matrix: who asks which route about whose thing, and what must come back. */
export type Cell = {
  /** `GET /order/:number`, as the table of contents has it. */
  route: string;
  principal: PrincipalName;
  relation: Relation | null;
  expected: string;
};

const file = new URL("expected.csv", import.meta.url);
export const columns = ["method", "route", "principals", "no_object", ...relations];
/** `=` behind a status: and nothing has changed. */
const shape = /^(200|201|303|400|401|403|404|409|412|422|428)=?$/;

/** expected.csv, checked: known words only, and no question answered twice. */
export function readExpected(text = Deno.readTextFileSync(file)): Cell[] {
  const [head, ...lines] = text.split("\n").filter((line) => line && !line.startsWith("#"));
  if (head !== columns.join(",")) throw new Error(`the columns are ${columns.join(",")}`);
  const cells = lines.flatMap(cellsOf);
  const seen = new Set<string>();
  for (const cell of cells) {
    const name = nameOf(cell);
    if (seen.has(name)) throw new Error(`${name} is answered twice`);
    seen.add(name);
  }
  return cells;
}

function cellsOf(line: string): Cell[] {
  const [method, path, who = "", alone = "-", ...ofRelations] = line.split(",");
  const route = `${method} ${path}`;
  return who.split(" ").flatMap((word): Cell[] => {
    const principal = principals.find((name) => name === word);
    if (!principal) throw new Error(`${word} is nobody: ${line}`);
    if (alone !== "-") return [{ route, principal, relation: null, expected: known(alone, line) }];
    return relations.map((relation, i) => ({
      route,
      principal,
      relation,
      expected: known(ofRelations[i] ?? "", line),
    }));
  });
}

function known(expected: string, line: string): string {
  if (!shape.test(expected)) throw new Error(`"${expected}" is no answer: ${line}`);
  return expected;
}

export function nameOf({ route, principal, relation }: Omit<Cell, "expected">): string {
  return `${route} ${principal} ${relation ?? "-"}`;
}

/** Route and principal pairs that nobody has thought about yet. */
export function missing(
  routes: readonly { method: string; path: string }[],
  cells: readonly Cell[],
) {
  const answered = new Set(cells.map(({ route, principal }) => `${route} ${principal}`));
  return routes.flatMap(({ method, path }) => {
    const forgotten = principals.filter((name) => !answered.has(`${method} ${path} ${name}`));
    return forgotten.length > 0 ? [{ method, path, principals: forgotten }] : [];
  });
}
