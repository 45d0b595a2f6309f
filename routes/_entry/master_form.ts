import type { z } from "zod";
import type { EventBase } from "~/db/_engine/outbox.ts";
import { type Master, put } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Expected, PutRefusal, Stored } from "~/domain/_kernel/master.ts";
import type { Resource } from "~/domain/platform/rights.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import type { MasterFormProps } from "~/views/_kit/record_form.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { goTo, html, statusOf } from "./answer.ts";
import type { AnyCtx } from "./context.ts";
import { type BadInput, NotFound } from "./errors.ts";
import { flat } from "./flat.ts";
import { refusedForm, stoppedForm } from "./form_state.ts";
import type { RefusedWords } from "./problem.ts";

type Values = FormState["values"];
export type Named = { code: string; nameZh: string; nameEn: string };
export type Shape = z.core.$ZodLooseShape;
export type Typed<Fields extends Shape> = z.output<z.ZodObject<Fields>> & { code: string };

/** What makes the forms of one kind of master data its own. */
export type MasterFormSpec<
  Type extends string,
  Record extends Named,
  Extra,
  Refusal extends { reason: string },
  Fields extends Shape,
  Also extends EventBase,
> = {
  resource: Resource;
  master: Master<Type, Record, Extra, Refusal, Also>;
  find: (reader: Reader, code: string) => Stored<Record> | null;
  /** The form's own fields; its code and its version come along by themselves. */
  fields: z.ZodObject<Fields>;
  /** The record that was typed; it may stop the form with `BadInput`. */
  recordOf: (typed: Typed<Fields>, ctx: AnyCtx) => Record;
  /** What the form of a new one starts with. */
  fresh?: (ctx: AnyCtx) => Values;
  /** A record as its fields show it, where that is not the record itself. */
  valuesOf?: (record: Record) => Values;
  words: (lang: Lang) => RefusedWords<Refusal | PutRefusal>;
  /** Where one goes on to when it is saved. */
  saved: (code: string) => string;
  page: (ctx: AnyCtx, props: MasterFormProps) => { toString(): string };
};

type AnySpec = MasterFormSpec<string, Named, unknown, { reason: string }, Shape, EventBase>;

/** Whose form it is (absent: a new one's), and how it came back. */
type Standing = { code?: string; status?: number; isStale?: boolean };

/** The life of a form of master data: shown empty or filled, sent, and shown again with the reasons. */
export class MasterForm {
  constructor(readonly spec: AnySpec) {}

  fresh(ctx: AnyCtx): Response {
    return this.#show(ctx, freshForm(this.spec.fresh?.(ctx)));
  }

  edit(ctx: AnyCtx, code: string): Response {
    const { record } = this.#stored(ctx, code);
    return this.#show(ctx, freshForm(this.#valuesOf(record)), { code });
  }

  /** The form that its schema stopped. */
  refill(ctx: AnyCtx, input: BadInput, code?: string): Response {
    const form = stoppedForm(input, ctx.lang);
    return this.#show(ctx, { ...form, values: flat(form.values) }, { code, status: 422 });
  }

  /** Saves what was typed and goes on, or answers with the form and the reasons. */
  async save(ctx: AnyCtx, typed: Typed<Shape>, expected: Expected): Promise<Response> {
    const { master, recordOf, saved, words } = this.spec;
    const record = recordOf(typed, ctx);
    const decision = await ctx.act(put(master, record, expected));
    if (decision.ok) return goTo(ctx, saved(record.code));
    const isNew = expected === "new";
    const values = { ...this.#valuesOf(record), version: isNew ? undefined : expected };
    const form = refusedForm(values, decision.refusals, words(ctx.lang), ctx.lang);
    const status = statusOf(decision.refusals);
    const code = isNew ? undefined : record.code;
    return this.#show(ctx, form, { code, status, isStale: status === 409 });
  }

  #valuesOf(record: Named): Values {
    return flat(this.spec.valuesOf?.(record) ?? record);
  }

  #stored({ reader }: AnyCtx, code: string): Stored<Named> {
    const stored = this.spec.find(reader, code);
    if (!stored) throw new NotFound(this.spec.resource);
    return stored;
  }

  #show(ctx: AnyCtx, form: FormState, { code, status, isStale }: Standing = {}): Response {
    const { lang, shell } = ctx;
    const stored = code === undefined ? null : this.#stored(ctx, code);
    const existing = stored
      ? {
        code: stored.record.code,
        name: named(stored.record, lang),
        // What was typed belongs to the version it was typed on.
        version: Number(form.values.version) || stored.version,
      }
      : undefined;
    return html(this.spec.page(ctx, { shell, form, existing, isStale }), status);
  }
}
