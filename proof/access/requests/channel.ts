import { cityOf, helpers } from "../plant_house.ts";
import type { Requests } from "../requests.ts";
import { places } from "../tenants.ts";
import type { Thing } from "../things.ts";

const nothing = () => ({});
const first = { "if-match": '"1"' };
const dealer = ({ dealer }: Thing) => ({ path: { code: dealer.code } });
const placeOf = (thing: Thing) => Object.values(places).find(({ node }) => node === thing.node)!;
const carrier = (thing: Thing) => ({ path: { code: thing.node === "N3" ? "YTO" : "SF" } });
const helper = (kind: keyof typeof helpers) => (thing: Thing) => ({
  path: { code: helpers[kind][thing.node === "N3" ? "far" : "near"] },
});
/** Under whom a dealer is moved: another one of the region we look from. */
const above = ({ dealer: { code } }: Thing) =>
  ["TNT11-D", "TNT12-D"].includes(code) ? "TNT21-D" : "TNT11-D";

const partnerForm = (thing: Thing) => ({
  code: thing.dealer.code,
  kind: "dealer",
  nameZh: "改名商贸",
  nameEn: "Renamed",
  grade: "A",
  organisationCode: placeOf(thing).organisation,
  regionCode: placeOf(thing).region,
  poolCode: placeOf(thing).pool,
  currency: "CNY",
  phone: "",
  approvalLimitMinor: "",
  parentCode: "",
  state: "active",
  "functions[]": ["sells", "settles"],
});
const partnerBody = (thing: Thing) => ({
  nameZh: "改名商贸",
  organisationCode: placeOf(thing).organisation,
  regionCode: placeOf(thing).region,
  poolCode: placeOf(thing).pool,
  addresses: [{
    code: thing.address,
    contact: "周敏",
    province: "江苏省",
    city: cityOf[thing.node],
    street: "淮海西路 1 号",
  }],
});
const store = (thing: Thing) => ({ path: { code: thing.node === "N3" ? "ST2" : "ST1" } });
const supplier = (thing: Thing) => ({ path: { code: thing.node === "N3" ? "SU2" : "SU1" } });
const carrierBody = (thing: Thing) => ({
  nameZh: "改名速运",
  organisationCode: thing.node === "N3" ? "QN" : "QY",
  regionCode: thing.node === "N3" ? "SOUTH" : "EAST",
});
const house = {
  nameZh: "改名饮品",
  nameEn: "Renamed",
  currency: "CNY",
  validFrom: "2026-01-01",
};
const houseForm = { ...house, parentCode: "", validUntil: "", discountLimitBasisPoints: "10" };
const region = { nameZh: "改名区", nameEn: "Renamed" };
const qy = { path: { code: "QY" } };
const east = { path: { code: "EAST" } };

export const channelRequests: Requests = {
  "GET /partner": nothing,
  "GET /partner/new": nothing,
  "GET /partner/export": nothing,
  "GET /partner/network": nothing,
  "POST /partner": (thing) => ({ form: { ...partnerForm(thing), code: "NEW" } }),
  "GET /partner/:code": dealer,
  "GET /partner/:code/edit": dealer,
  "POST /partner/:code": (thing) => ({
    ...dealer(thing),
    form: { ...partnerForm(thing), version: "1" },
  }),
  "POST /partner/:code/relation": (thing) => ({
    ...dealer(thing),
    form: { parentCode: above(thing), from: "2026-03-02" },
  }),
  "GET /organisation": nothing,
  "GET /organisation/new": nothing,
  "POST /organisation": () => ({ form: { code: "NEW", ...houseForm } }),
  "GET /organisation/:code": () => qy,
  "POST /organisation/:code": () => ({ ...qy, form: { code: "QY", ...houseForm, version: "1" } }),
  "GET /region": nothing,
  "GET /region/new": nothing,
  "POST /region": () => ({ form: { code: "NEW", ...region, parentCode: "" } }),
  "GET /region/:code": () => east,
  "POST /region/:code": () => ({
    ...east,
    form: { code: "EAST", ...region, parentCode: "", version: "1" },
  }),
  "GET /api/v1/dealers": nothing,
  "GET /api/v1/dealers/:code": dealer,
  "PUT /api/v1/dealers/:code": (thing) => ({
    ...dealer(thing),
    json: partnerBody(thing),
    headers: first,
  }),
  "GET /api/v1/stores": nothing,
  "GET /api/v1/stores/:code": store,
  "PUT /api/v1/stores/:code": (thing) => ({
    ...store(thing),
    json: carrierBody(thing),
    headers: first,
  }),
  "GET /api/v1/suppliers": nothing,
  "GET /api/v1/suppliers/:code": supplier,
  "PUT /api/v1/suppliers/:code": (thing) => ({
    ...supplier(thing),
    json: carrierBody(thing),
    headers: first,
  }),
  "GET /api/v1/carriers": nothing,
  "GET /api/v1/carriers/:code": carrier,
  "PUT /api/v1/carriers/:code": (thing) => ({
    ...carrier(thing),
    json: carrierBody(thing),
    headers: first,
  }),
  ...Object.fromEntries(
    ([
      ["stores", "store"],
      ["suppliers", "supplier"],
      ["service-providers", "service_provider"],
    ] as const).flatMap(([path, kind]) => [
      [`GET /api/v1/${path}`, nothing],
      [`GET /api/v1/${path}/:code`, helper(kind)],
      [`PUT /api/v1/${path}/:code`, (thing: Thing) => ({
        ...helper(kind)(thing),
        json: carrierBody(thing),
        headers: first,
      })],
    ]),
  ),
  "GET /api/v1/organisations": nothing,
  "GET /api/v1/organisations/:code": () => qy,
  "PUT /api/v1/organisations/:code": () => ({ ...qy, json: house, headers: first }),
  "GET /api/v1/regions": nothing,
  "GET /api/v1/regions/:code": () => east,
  "PUT /api/v1/regions/:code": () => ({ ...east, json: region, headers: first }),
};
