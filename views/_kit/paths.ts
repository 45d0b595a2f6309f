type Query = Record<string, string | number | boolean | null | undefined>;

/** A path with its query; empty and absent values leave no trace in the URL. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Fills a path with encoded parts: path`/order/${id}/cancellation`. */
export function path(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
  return strings.reduce(
    (made, string, at) => made + encodeURIComponent(String(parts[at - 1])) + string,
  );
}

/** Every URL of the house: singular nouns. Centers add theirs here, one line each. */
export const paths = {
  home: () => "/",
  search: (query?: string) => withQuery("/search", { q: query }),
  signIn: () => "/session",
  signOut: () => "/session/end",
  preference: () => "/preference",
  kit: () => "/_kit",
  asset: (file: string) => `/assets/${file}`,
};
