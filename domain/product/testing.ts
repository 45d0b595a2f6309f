import type { Product } from "./product.ts";

/** A product as tests know it: sold by the case, counted by the bottle. */
export const spring: Product = {
  code: "QY-0550-24",
  nameZh: "天然矿泉水",
  nameEn: "Spring water",
  specification: "550 ml×24",
  brand: "泉屿",
  categoryCode: "WATER",
  barcode: "6901234567892",
  baseUnit: "瓶",
  salesUnit: "箱",
  units: [{ code: "瓶", factor: 1 }, { code: "箱", factor: 24 }],
  taxRateBp: 1300,
  weightGram: 570,
  costE4: 6_543_210,
  attributes: { 口味: "原味" },
  state: "on_sale",
};
