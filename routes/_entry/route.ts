import { z } from "zod";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Ctx } from "./context.ts";
import type { BadInput } from "./errors.ts";

export type Method = "GET" | "POST" | "PUT";

type ParamNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}` ? Name | ParamNames<`/${After}`> : Rest
  : never;
export type Params<Path extends string> = { [Name in ParamNames<Path>]: string };

type Common<Path extends string, Query> = {
  path: Path;
  query?: z.ZodType<Query>;
  /** The body's limit in bytes, where the usual one does not fit. */
  limitBytes?: number;
  /** This page runs a kernel in the browser. */
  kernel?: boolean;
};

/** A right every route must name. `door` is open to whoever knocks: sign-in, health, assets. */
type Wanted =
  | { [R in Resource]: { resource: R; action: Actions[R] } }[Resource]
  | { resource: "door"; action: "enter" };

export type RouteSpec<Path extends string, Query, Form, Body> =
  & Common<Path, Query>
  & Wanted
  & {
    method: Method;
    /** Fields of an HTML form. */
    form?: z.ZodType<Form>;
    /** JSON of an API call. */
    body?: z.ZodType<Body>;
    /** The body is read by the handler itself (a file). */
    raw?: boolean;
    /** An API call that creates a document demands an Idempotency-Key. */
    creates?: boolean;
    /** For the OpenAPI document. */
    summary?: string;
    replies?: z.ZodType;
    handle: (ctx: Ctx<Params<Path>, Query, Form, Body>) => Promise<Response> | Response;
    /** The form once more, as it was typed, when its schema stopped it; without it an error page answers. */
    refill?: (
      ctx: Ctx<Params<Path>, unknown, unknown, unknown>,
      input: BadInput,
    ) => Promise<Response> | Response;
  };

/** A route with its types forgotten, as the table of contents lists it. */
export type Route = {
  method: Method;
  path: string;
  resource: Resource | "door";
  action: string;
  query?: z.ZodType;
  form?: z.ZodType;
  body?: z.ZodType;
  raw?: boolean;
  creates?: boolean;
  limitBytes?: number;
  kernel?: boolean;
  summary?: string;
  replies?: z.ZodType;
  handle: (
    ctx: Ctx<Record<string, string>, unknown, unknown, unknown>,
  ) => Promise<Response> | Response;
  refill?: (
    ctx: Ctx<Record<string, string>, unknown, unknown, unknown>,
    input: BadInput,
  ) => Promise<Response> | Response;
};

/** The only way to answer a request: it cannot be written without saying what right it needs. */
export function route<Path extends string, Query = undefined, Form = undefined, Body = undefined>(
  spec: RouteSpec<Path, Query, Form, Body>,
): Route {
  const query = isApi(spec.path) ? strictly(spec.query) : spec.query;
  return { ...spec, query } as unknown as Route;
}

function isApi(path: string): boolean {
  return path.startsWith("/api/v1/");
}

/** A page shrugs at what its URL got wrong; a program must hear of it, or it takes all for the answer. */
function strictly(query: z.ZodType = z.object({})): z.ZodType {
  return query instanceof z.ZodObject ? query.strict() : query;
}
