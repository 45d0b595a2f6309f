import { z } from "zod";
import type { EventBase } from "~/db/_engine/outbox.ts";
import type { Resource } from "~/domain/platform/rights.ts";
import {
  MasterForm,
  type MasterFormSpec,
  type Named,
  type Shape,
  type Typed,
} from "./master_form.ts";
import { type Route, route } from "./route.ts";
import { Code } from "./shapes.ts";

type Places = {
  /** The list's path: the form of a new one stands under `/new`, and a new one is posted to it. */
  path: `/${string}`;
  /** Where the form of one stands under its code, when that place is another page's. */
  form?: "edit";
};

const Version = z.coerce.number().int();

/**
 * The form pages of a kind of master data: the empty form, create, the form of one, save. The list
 * and the page of one are routes of their own; these go before `GET :code`, which would take `new`
 * for a code.
 */
export function masterForms<
  Type extends string,
  Record extends Named,
  Extra,
  Refusal extends { reason: string },
  Fields extends Shape,
  Also extends EventBase = never,
>(
  { path, form, ...spec }: MasterFormSpec<Type, Record, Extra, Refusal, Fields, Also> & Places,
): Route[] {
  const master = new MasterForm(spec as unknown as MasterForm["spec"]);
  const one = `${path}/:code` as const;
  const { fields } = master.spec;
  const editing = editingOf(spec.resource);
  return [
    route({
      method: "GET",
      path: `${path}/new`,
      ...editing,
      handle: (ctx) => master.fresh(ctx),
    }),
    route({
      method: "POST",
      path,
      ...editing,
      form: z.object({ code: Code, ...fields.shape }) as unknown as z.ZodType<Typed<Shape>>,
      refill: (ctx, input) => master.refill(ctx, input),
      handle: (ctx) => master.save(ctx, ctx.form, "new"),
    }),
    route({
      method: "GET",
      path: form ? `${one}/${form}` : one,
      ...editing,
      handle: (ctx) => master.edit(ctx, codeOf(ctx)),
    }),
    route({
      method: "POST",
      path: one,
      ...editing,
      form: fields.extend({ version: Version }) as unknown as z.ZodType<{ version: number }>,
      refill: (ctx, input) => master.refill(ctx, input, codeOf(ctx)),
      handle: (ctx) => {
        const { version, ...typed } = ctx.form;
        return master.save(ctx, { ...typed, code: codeOf(ctx) }, version);
      },
    }),
  ];
}

/** A resource that is only known when the program runs, as the types of a route want it. */
function editingOf(resource: Resource): { resource: "product"; action: "edit" } {
  return { resource, action: "edit" } as { resource: "product"; action: "edit" };
}

/** The path is only known when the program runs, so its type does not hold the name. */
const codeOf = ({ params }: { params: unknown }) => (params as { code: string }).code;
