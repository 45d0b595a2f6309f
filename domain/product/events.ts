import type { MasterSaved } from "~/domain/_kernel/master.ts";
import type { Category } from "./category.ts";
import type { Product } from "./product.ts";

export type CategorySaved = MasterSaved<"CategorySaved", Category>;
export type ProductSaved = MasterSaved<"ProductSaved", Product>;

export type ProductCenterEvent = CategorySaved | ProductSaved;
