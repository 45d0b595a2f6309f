import { categories, findCategory } from "~/db/product/categories.ts";
import { countByCategory, listCategories } from "~/db/product/category_list.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { refilled, saveRecord, type ShowForm } from "~/routes/_entry/save_record.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CategoryFormPage, CategoryListPage } from "~/views/product/category_pages.tsx";
import { productWords } from "~/views/product/text.ts";
import { categoryOptions } from "./product_pages.tsx";
import { CategoryForm } from "./shapes.ts";

type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;
const editing = { resource: "category", action: "edit" } as const;

export const categoryList = route({
  method: "GET",
  path: "/category",
  resource: "category",
  action: "read",
  handle: (ctx) => {
    const counts = countByCategory(ctx.reader);
    const rows = listCategories(ctx.reader)
      .map(({ id, record }) => ({ ...record, products: counts.get(id) ?? 0 }));
    const may = { edit: ctx.may("category", "edit") };
    return html(<CategoryListPage shell={ctx.shell} rows={rows} may={may} />);
  },
});

type Shown = { code?: string; form: FormState; status?: number; isStale?: boolean };

function formPage(ctx: AnyCtx, { code, form, status = 200, isStale }: Shown): Response {
  const stored = code === undefined ? null : findCategory(ctx.reader, code);
  if (code !== undefined && !stored) throw new NotFound("category");
  const version = Number(form.values.version) || (stored?.version ?? 1);
  return html(
    <CategoryFormPage
      shell={ctx.shell}
      form={form}
      existing={stored ? { code: stored.record.code, version } : undefined}
      isStale={isStale}
      parents={categoryOptions(ctx).filter(({ value }) => value !== code)}
    />,
    status,
  );
}

export const newCategory = route({
  method: "GET",
  path: "/category/new",
  ...editing,
  handle: (ctx) => formPage(ctx, { form: freshForm() }),
});

export const categoryPage = route({
  method: "GET",
  path: "/category/:code",
  ...editing,
  handle: (ctx) => {
    const { code } = ctx.params;
    const stored = findCategory(ctx.reader, code);
    if (!stored) throw new NotFound("category");
    return formPage(ctx, { code, form: freshForm(stored.record) });
  },
});

const showAs = (ctx: AnyCtx, code?: string): ShowForm => (form, how) =>
  formPage(ctx, { code, form, ...how });

function save(
  ctx: AnyCtx & { form: CategoryForm },
  { code, expected }: { code?: string; expected: Expected },
): Promise<Response> {
  const { version: _version, ...typed } = ctx.form;
  return saveRecord(ctx, {
    master: categories,
    record: { ...typed, code: code ?? typed.code },
    expected,
    words: productWords(ctx.lang).refused,
    values: ctx.form,
    saved: paths.categories(),
    show: showAs(ctx, code),
  });
}

export const categoryCreate = route({
  method: "POST",
  path: "/category",
  ...editing,
  form: CategoryForm,
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx)),
  handle: (ctx) => save(ctx, { expected: "new" }),
});

export const categorySave = route({
  method: "POST",
  path: "/category/:code",
  ...editing,
  form: CategoryForm.required({ version: true }),
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx, ctx.params.code)),
  handle: (ctx) => save(ctx, { code: ctx.params.code, expected: ctx.form.version }),
});
