import type { MasterSaved } from "~/domain/_kernel/master.ts";
import type { Category } from "./category.ts";

export type CategorySaved = MasterSaved<"CategorySaved", Category>;

export type ProductCenterEvent = CategorySaved;
