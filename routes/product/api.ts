import { categories, findCategory, listCategories } from "~/db/product/categories.ts";
import { findListed, productsAfter } from "~/db/product/product_list.ts";
import { products } from "~/db/product/products.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { Forbidden } from "~/routes/_entry/errors.ts";
import { masterApi } from "~/routes/_entry/master_api.ts";
import type { Route } from "~/routes/_entry/route.ts";
import { productWords } from "~/views/product/text.ts";
import { shownProduct } from "./product_pages.tsx";
import { CategoryBody, ProductBody } from "./shapes.ts";

export const productApi: Route[] = masterApi({
  path: "products",
  keyName: "sku",
  resource: "product",
  master: products,
  schema: ProductBody,
  find: findListed,
  list: productsAfter,
  words: (lang) => productWords(lang).refused,
  shown: shownProduct,
  allow: ({ costE4 }, { principal }) => {
    if (costE4 !== undefined && isMasked(principal, "cost_price")) {
      throw new Forbidden("cost_price");
    }
  },
});

export const categoryApi: Route[] = masterApi({
  path: "categories",
  keyName: "code",
  resource: "category",
  master: categories,
  schema: CategoryBody,
  find: findCategory,
  list: (reader, page) => listCategories(reader, page).map(({ record }) => record),
  words: (lang) => productWords(lang).refused,
});
