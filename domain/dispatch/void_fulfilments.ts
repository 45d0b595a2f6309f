import { accept, type Decision } from "../_kernel/decision.ts";
import type { FulfilmentVoided } from "./events.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";

/** After a cancellation: what a warehouse has not shipped it must no longer pick. */
export function voidFulfilments(
  open: readonly FulfilmentDocument[],
): Decision<FulfilmentVoided, never> {
  const [first] = open;
  if (!first) return accept();
  return accept({
    type: "FulfilmentVoided",
    subject: first.orderId,
    fulfilments: open.map(({ id, version, lines }) => ({
      fulfilmentId: id,
      version: version + 1,
      state: lines.some(({ shipped }) => shipped > 0) ? "shipped" : "void",
      lines: lines.map(({ lineNo, skuId, quantity, shipped, voided }) => ({
        lineNo,
        skuId,
        quantity: quantity - shipped - voided,
      })).filter(({ quantity }) => quantity > 0),
    })),
  });
}
