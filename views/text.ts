import type { Lang } from "~/views/_kit/text.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { dispatchWords } from "./dispatch/text.ts";
import { importWords } from "./_import/text.ts";
import { channelWords } from "./channel/text.ts";
import { inventoryWords } from "./inventory/text.ts";
import { orderWords } from "./order/text.ts";
import { policyWords } from "./policy/text.ts";
import { platformWords } from "./platform/text.ts";
import { productWords } from "./product/text.ts";
import { settlementWords } from "./settlement/text.ts";

/** The words of all centers in one language. */
export function texts(lang: Lang) {
  return {
    kit: kitWords(lang),
    platform: platformWords(lang),
    product: productWords(lang),
    channel: channelWords(lang),
    import: importWords(lang),
    inventory: inventoryWords(lang),
    policy: policyWords(lang),
    order: orderWords(lang),
    dispatch: dispatchWords(lang),
    settlement: settlementWords(lang),
  };
}
