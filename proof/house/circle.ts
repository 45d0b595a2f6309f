export type Graph = { readonly [node: string]: readonly string[] };

/** The first way round that comes back to where it began, or null: a house is read from the ground up. */
export function circleIn(graph: Graph): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (node: string): string[] | null => {
    const met = way.indexOf(node);
    if (met >= 0) return [...way.slice(met), node];
    if (done.has(node)) return null;
    way.push(node);
    for (const next of graph[node] ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    way.pop();
    done.add(node);
    return null;
  };
  for (const node of Object.keys(graph)) {
    const circle = visit(node);
    if (circle) return circle;
  }
  return null;
}
