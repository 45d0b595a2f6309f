import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Child } from "hono/jsx";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import type { Ctx } from "./context.ts";

export type HomeCtx = Ctx<unknown, unknown, unknown, unknown>;

/**
 * What a center puts on the home page of whoever has the right: links to what waits for this person,
 * a sheet among the work, or a sheet of facts at the side. An empty list or null shows nothing.
 */
export type HomePart =
  & { side?: "staff" | "dealer" }
  & { [R in Resource]: { resource: R; action: Actions[R] } }[Resource]
  & (
    | { kind: "todo"; links: (ctx: HomeCtx) => Promise<TodoLink[]> | TodoLink[] }
    | { kind: "work" | "facts"; sheet: (ctx: HomeCtx) => Promise<Child> | Child }
  );
