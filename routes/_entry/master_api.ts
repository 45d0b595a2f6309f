import { z } from "zod";
import type { Master } from "~/db/_engine/put.ts";
import { put } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { PutRefusal, Stored } from "~/domain/_kernel/master.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Lang } from "~/views/_kit/text.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";
import { json } from "./answer.ts";
import { parse } from "./body.ts";
import type { Ctx } from "./context.ts";
import { NotFound, Unacceptable } from "./errors.ts";
import { refusedProblem, type RefusedWords } from "./problem.ts";
import { filled, listOf } from "./reply.ts";
import { type Route, route } from "./route.ts";
import { Code } from "./shapes.ts";

type MasterApi<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase,
> = {
  /** The plural under /api/v1, and how the natural key is called there. */
  path: string;
  keyName: string;
  resource: Resource;
  master: Master<Type, Record, Extra, Refusal, Also>;
  schema: z.ZodType<Record>;
  find: (reader: Reader, key: string) => Stored<Record> | null;
  list: (reader: Reader, page: { after: string | null; limit: number }) => Record[];
  words: (lang: Lang) => RefusedWords<Refusal | PutRefusal>;
  /** What is read back where it is not the body with all its fields filled in. */
  reply?: z.ZodType;
  /** The record as this caller may see it. */
  shown?: (record: Record, ctx: Ctx) => unknown;
  /** Stops what this caller may not write: a field that is hidden from them. */
  allow?: (record: Record, ctx: Ctx) => void;
};

export const CursorQuery = z.strictObject({
  /** The natural key of the last record of the page before. */
  after: Code.max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** GET one, PUT one by its natural key with ETag and If-Match, and a list by cursor. */
export function masterApi<
  Type extends string,
  Record extends object,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
>(api: MasterApi<Type, Record, Extra, Refusal, Also>): Route[] {
  const { path, keyName, resource, master, schema, find, list, words } = api;
  const shown = api.shown ?? ((record: Record) => record);
  const reply = api.reply ?? (schema instanceof z.ZodObject ? filled(schema) : schema);
  const one = `/api/v1/${path}/:${keyName}`;
  const keyOf = (ctx: Ctx) => (ctx.params as { [name: string]: string })[keyName]!;

  const get = route({
    method: "GET",
    path: one as "/",
    ...wanted(resource, "read"),
    summary: `One of ${path}`,
    replies: reply,
    handle: (given) => {
      const ctx = given as unknown as Ctx;
      const stored = find(ctx.reader, keyOf(ctx));
      if (!stored) throw new NotFound(path);
      return json(shown(stored.record, ctx), 200, { etag: `"${stored.version}"` });
    },
  });

  const putOne = route({
    method: "PUT",
    path: one as "/",
    ...wanted(resource, "edit"),
    summary: `Create or update one of ${path}`,
    body: schema,
    replies: reply,
    handle: async (given) => {
      const ctx = given as unknown as Ctx<unknown, unknown, unknown, Record>;
      const record = parse(schema, { ...ctx.body, code: keyOf(ctx as unknown as Ctx) });
      api.allow?.(record, ctx as unknown as Ctx);
      const expected = expectedVersion(ctx.request);
      const before = find(ctx.reader, master.key(record));
      if (!before && expected !== "new") throw new NotFound(path);
      if (before && expected === "new" && !ctx.request.headers.has("if-none-match")) {
        const { decision } = await ctx.foresee(put(master, record, "whatever"));
        if (!decision.ok || decision.events.length > 0) {
          throw new Unacceptable(428, "version_needed");
        }
        return json(shown(before.record, ctx as unknown as Ctx), 200, {
          etag: `"${before.version}"`,
        });
      }
      const decision = await ctx.act(put(master, record, expected));
      if (!decision.ok) return refusedProblem(decision.refusals, words(ctx.lang), ctx.lang);
      const stored = find(ctx.reader, master.key(record));
      const isNew = decision.events.some((event) => "version" in event && event.version === 1);
      const status = isNew ? 201 : 200;
      return json(stored ? shown(stored.record, ctx as unknown as Ctx) : {}, status, {
        etag: `"${stored?.version ?? 1}"`,
      });
    },
  });

  const listAll = route({
    method: "GET",
    path: `/api/v1/${path}` as "/",
    ...wanted(resource, "read"),
    summary: `The ${path}, by cursor`,
    query: CursorQuery,
    replies: listOf(reply),
    handle: (given) => {
      const ctx = given as unknown as Ctx<unknown, z.infer<typeof CursorQuery>>;
      const { after, limit } = ctx.query;
      const rows = list(ctx.reader, { after: after ?? null, limit: limit + 1 });
      return pageOf(
        ctx.url,
        rows.map((row) => shown(row, ctx as unknown as Ctx)),
        limit,
        (at) => master.key(rows[at]!),
      );
    },
  });

  return [get, putOne, listAll];
}

/** A page of items with `Link: rel="next"` while there is more. */
export function pageOf(
  url: URL,
  rows: readonly unknown[],
  limit: number,
  cursorAt: (index: number) => string,
): Response {
  const headers: Record<string, string> = {};
  if (rows.length > limit) {
    const next = new URL(url);
    next.searchParams.set("after", cursorAt(limit - 1));
    headers.link = `<${next.pathname}${next.search}>; rel="next"`;
  }
  return json({ items: rows.slice(0, limit) }, 200, headers);
}

function wanted(resource: Resource, action: string): { resource: "product"; action: "read" } {
  return { resource, action } as unknown as {
    resource: "product";
    action: Actions["product"] & "read";
  };
}

export function expectedVersion(request: Request): number | "new" {
  const match = request.headers.get("if-match");
  if (match === null) return "new";
  const version = /^(?:W\/)?"(\d+)"$/.exec(match.trim())?.[1];
  if (version === undefined) throw new Unacceptable(412, "changed_meanwhile");
  return Number(version);
}
