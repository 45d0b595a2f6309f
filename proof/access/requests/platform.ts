import type { Requests } from "../requests.ts";

const nothing = () => ({});
const strong = "一路顺风-2026-春";

/** Doors, the own page, other people, and what only operators look at. */
export const platformRequests: Requests = {
  "GET /assets/:file": () => ({ path: { file: "none.css" } }),
  "GET /healthz": nothing,
  "GET /readyz": nothing,
  "GET /version": nothing,
  "GET /metrics": nothing,
  "POST /control": () => ({ raw: JSON.stringify({ command: "seed", args: {}, lang: "zh" }) }),
  "GET /api/v1/openapi.json": nothing,
  "GET /": nothing,
  "GET /search": () => ({ query: { q: "TNT" } }),
  "GET /system": nothing,
  "POST /system/work/:id/rerun": () => ({ path: { id: "999999" } }),
  "GET /audit": nothing,
  "GET /audit/export": nothing,
  "GET /audit/:seq": () => ({ path: { seq: "3" } }),
  "GET /_kit": nothing,
  "GET /session": nothing,
  "POST /session": ({ user }) => ({ form: { login: user.login, password: "falsch" } }),
  "POST /session/end": nothing,
  "POST /preference": () => ({ form: { theme: "dark" } }),
  "GET /invitation/:token": () => ({ path: { token: "nobody-was-invited-with-this" } }),
  "POST /invitation/:token": () => ({
    path: { token: "nobody-was-invited-with-this" },
    form: { password: strong, again: strong },
  }),
  "GET /password-reset/:token": () => ({ path: { token: "nobody-was-invited-with-this" } }),
  "POST /password-reset/:token": () => ({
    path: { token: "nobody-was-invited-with-this" },
    form: { password: strong, again: strong },
  }),
  "GET /me": nothing,
  "POST /me/password": () => ({ form: { current: "falsch", password: strong, again: strong } }),
  "POST /me/session/:session/end": ({ session }) => ({ path: { session } }),
  "POST /me/token": () => ({ form: { tokenName: "ERP 2" } }),
  "POST /me/token/:token/revocation": ({ token }) => ({ path: { token } }),
  "GET /user": nothing,
  "GET /user/new": nothing,
  "POST /user": ({ dealer }, asker) => ({
    form: {
      login: "new.person",
      name: "新同事",
      "roles[]": "dealer_buyer",
      dealerCode: asker === "dealer_owner" ? "" : dealer.code,
    },
  }),
  "GET /user/:id": ({ user }) => ({ path: { id: user.id } }),
  "POST /user/:id/access": ({ user }) => ({
    path: { id: user.id },
    form: { name: "新名字", "roles[]": "dealer_buyer", version: String(user.version) },
  }),
  "POST /user/:id/state": ({ user }) => ({ path: { id: user.id }, form: { state: "disabled" } }),
  "POST /user/:id/link": ({ user }) => ({ path: { id: user.id } }),
  "POST /user/:id/session/:session/end": ({ user, session }) => ({
    path: { id: user.id, session },
  }),
  "POST /user/:id/token": ({ user }) => ({ path: { id: user.id }, form: { tokenName: "ERP 2" } }),
  "POST /user/:id/token/:token/revocation": ({ user, token }) => ({
    path: { id: user.id, token },
  }),
};
