import type { Route } from "~/routes/_entry/route.ts";
import { categoryApi, productApi } from "./api.ts";
import {
  categoryCreate,
  categoryList,
  categoryPage,
  categorySave,
  newCategory,
} from "./category_pages.tsx";
import {
  newProduct,
  productCreate,
  productEdit,
  productSave,
  productState,
} from "./product_forms.tsx";
import { productExport, productList, productPage } from "./product_pages.tsx";

export const productRoutes: Route[] = [
  productList,
  newProduct,
  productExport,
  productCreate,
  productPage,
  productEdit,
  productSave,
  productState,
  categoryList,
  newCategory,
  categoryCreate,
  categoryPage,
  categorySave,
  ...productApi,
  ...categoryApi,
];
