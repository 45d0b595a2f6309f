import { categories, findCategory, listCategories } from "~/db/product/categories.ts";
import { countByCategory } from "~/db/product/category_counts.ts";
import { html } from "~/routes/_entry/answer.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CategoryFormPage, CategoryListPage } from "~/views/product/category_pages.tsx";
import { productWords } from "~/views/product/text.ts";
import { categoryOptions } from "./product_pages.tsx";
import { CategoryForm } from "./shapes.ts";

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

export const categoryForms = masterForms({
  path: "/category",
  resource: "category",
  master: categories,
  find: findCategory,
  fields: CategoryForm,
  recordOf: (typed) => typed,
  words: (lang) => productWords(lang).refused,
  saved: () => paths.categories(),
  page: (ctx, form) => <CategoryFormPage {...form} parents={categoryOptions(ctx)} />,
});
