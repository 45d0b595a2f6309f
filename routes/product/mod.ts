import type { Route } from "~/routes/_entry/route.ts";
import { categoryApi, productApi } from "./api.ts";
import { categoryForms, categoryList } from "./category_pages.tsx";
import { productForms, productState } from "./product_forms.tsx";
import { productExport, productList, productPage } from "./product_pages.tsx";

export const productRoutes: Route[] = [
  productList,
  ...productForms,
  productExport,
  productPage,
  productState,
  categoryList,
  ...categoryForms,
  ...productApi,
  ...categoryApi,
];
