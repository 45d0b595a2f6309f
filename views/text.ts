import type { Lang } from "~/views/_kit/text.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { orderWords } from "./order/text.ts";
import { platformWords } from "./platform/text.ts";

/** The words of all centers in one language. */
export function texts(lang: Lang) {
  return {
    kit: kitWords(lang),
    platform: platformWords(lang),
    order: orderWords(lang),
  };
}
