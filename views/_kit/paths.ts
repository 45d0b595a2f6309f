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
  oneTimeLink: (purpose: "invitation" | "reset", token: string) =>
    purpose === "invitation" ? path`/invitation/${token}` : path`/password-reset/${token}`,
  me: () => "/me",
  mySession: (id: string) => path`/me/session/${id}/end`,
  myToken: (id?: string) => id ? path`/me/token/${id}/revocation` : "/me/token",
  myPassword: () => "/me/password",
  users: (query: Query = {}) => withQuery("/user", query),
  newUser: () => "/user/new",
  user: (id: string) => path`/user/${id}`,
  userAccess: (id: string) => path`/user/${id}/access`,
  userState: (id: string) => path`/user/${id}/state`,
  userLink: (id: string) => path`/user/${id}/link`,
  userSession: (id: string, session: string) => path`/user/${id}/session/${session}/end`,
  userToken: (id: string, token?: string) =>
    token ? path`/user/${id}/token/${token}/revocation` : path`/user/${id}/token`,
  system: () => "/system",
  rerun: (outboxId: number) => path`/system/work/${outboxId}/rerun`,
  audit: (query: Query = {}) => withQuery("/audit", query),
  auditEntry: (seq: number) => path`/audit/${seq}`,
  kit: () => "/_kit",
  asset: (file: string) => `/assets/${file}`,
};
