export const productStates = ["draft", "on_sale", "phase_out", "withdrawn"] as const;
export type ProductState = typeof productStates[number];

/** The whole life of a product. What was withdrawn is looked over as a draft before it sells again. */
export const mayBecome: { readonly [From in ProductState]: readonly ProductState[] } = {
  draft: ["on_sale", "withdrawn"],
  on_sale: ["phase_out", "withdrawn"],
  phase_out: ["on_sale", "withdrawn"],
  withdrawn: ["draft"],
};

/** Only what is on sale takes new orders; what phases out is sold from open orders only. */
export function takesNewOrders(state: ProductState): boolean {
  return state === "on_sale";
}
