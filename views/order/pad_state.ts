import type { Gate } from "~/domain/order/order.ts";
import type { OrderPreview } from "~/domain/order/preview_order.ts";
import type { DraftContent } from "~/domain/order/save_draft.ts";

export type PadSku = {
  code: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  salesUnit: string;
  units: readonly { code: string; factor: number }[];
};

export type PadParty = {
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  addresses: readonly { code: string; words: string; isDefault: boolean }[];
};

export type TooManyPasted = {
  reason: "too_many_pasted";
  count: number;
  most: number;
  text: string;
};

/** Everything the pad shows. */
export type PadState = {
  draft: { id: string; version: number; updatedAt: string | null };
  dealer: PadParty;
  content: DraftContent;
  skus: ReadonlyMap<string, PadSku>;
  choices: readonly PadSku[];
  focusLine: string | null;
  suggestions: ReadonlyMap<string, readonly PadSku[]>;
  preview: OrderPreview;
  freightUnreadable: boolean;
  /** The rows that were pasted and not taken. */
  pasted: TooManyPasted | null;
  onBehalf: boolean;
  mayDiscount: boolean;
  approvesBy: Gate | null;
};
