import type { Requests } from "../requests.ts";

const nothing = () => ({});
const drink = () => ({ path: { code: "DRINK" } });
const water = () => ({ path: { code: "WATER" } });

const productForm = {
  nameZh: "天然矿泉水",
  nameEn: "WATER",
  specification: "550 ml",
  brand: "清屿",
  categoryCode: "DRINK",
  barcode: "",
  baseUnit: "瓶",
  salesUnit: "瓶",
  "units.0.code": "瓶",
  "units.0.factor": "1",
  taxRateBp: "9",
  weightGram: "560",
  state: "on_sale",
};
const productBody = {
  nameZh: "天然矿泉水",
  categoryCode: "DRINK",
  baseUnit: "瓶",
  salesUnit: "瓶",
  units: [{ code: "瓶", factor: 1 }],
  taxRateBp: 900,
  weightGram: 560,
  state: "on_sale",
};
const categoryForm = { nameZh: "饮料与水", nameEn: "Drinks", parentCode: "" };
const first = { "if-match": '"1"' };

/** Goods are common to all tenants: no route here has an owner. */
export const productRequests: Requests = {
  "GET /product": nothing,
  "GET /product/new": nothing,
  "GET /product/export": nothing,
  "POST /product": () => ({ form: { code: "NEW", ...productForm, state: "draft" } }),
  "GET /product/:code": water,
  "GET /product/:code/edit": water,
  "POST /product/:code": () => ({
    ...water(),
    form: { code: "WATER", ...productForm, version: "1" },
  }),
  "POST /product/:code/state": () => ({ ...water(), form: { state: "phase_out", version: "1" } }),
  "GET /category": nothing,
  "GET /category/new": nothing,
  "POST /category": () => ({ form: { code: "NEW", ...categoryForm } }),
  "GET /category/:code": drink,
  "POST /category/:code": () => ({
    ...drink(),
    form: { code: "DRINK", ...categoryForm, version: "1" },
  }),
  "GET /api/v1/products": nothing,
  "GET /api/v1/products/:sku": () => ({ path: { sku: "WATER" } }),
  "PUT /api/v1/products/:sku": () => ({
    path: { sku: "WATER" },
    json: productBody,
    headers: first,
  }),
  "GET /api/v1/categories": nothing,
  "GET /api/v1/categories/:code": drink,
  "PUT /api/v1/categories/:code": () => ({
    ...drink(),
    json: { nameZh: "饮料与水" },
    headers: first,
  }),
};
