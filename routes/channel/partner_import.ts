import { z } from "zod";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import {
  type Address,
  type Partner,
  type PartnerFunction,
  partnerFunctions,
  type PartnerKind,
} from "~/domain/channel/partner.ts";
import { provinceOf } from "~/domain/channel/provinces.ts";
import type { ImportKind } from "~/routes/_cli/import/kind.ts";
import { masterImport, present } from "~/routes/_cli/import/master_import.ts";
import {
  Code,
  Currency,
  EnglishText,
  oneOfWords,
  orAbsent,
  orNull,
} from "~/routes/_entry/shapes.ts";
import { channelWords } from "~/views/channel/text.ts";
import { partnerColumns, phoneColumns } from "./partner_columns.ts";
import { addressFields, functionsOf, partnerFields, usualFunctions } from "./shapes.ts";

const { zh, en } = channelWords.both;

const State = oneOfWords({
  active: [zh.states.active, en.states.active],
  suspended: [zh.states.suspended, en.states.suspended],
});

const Function = oneOfWords(
  Object.fromEntries(
    partnerFunctions.map((one) => [one, [zh.functions[one], en.functions[one]]]),
  ) as unknown as { [F in PartnerFunction]: readonly string[] },
);

const Functions = z.string().transform((text) =>
  text.split(/[;；、,]/).map((part) => part.trim()).filter(Boolean)
).pipe(z.array(Function)).transform(functionsOf);

const PartnerRow = z.object({
  ...partnerFields,
  nameEn: EnglishText.optional(),
  grade: partnerFields.grade.optional(),
  poolCode: partnerFields.poolCode.optional(),
  currency: orAbsent(Currency),
  phone: partnerFields.phone.optional(),
  approvalLimitMinor: partnerFields.approvalLimitMinor.optional(),
  parentCode: partnerFields.parentCode.optional(),
  functions: Functions.optional(),
  state: orAbsent(State),
  addressCode: orNull(Code).optional(),
  contact: orAbsent(addressFields.contact),
  addressPhone: orAbsent(addressFields.phone),
  province: addressFields.province.optional(),
  city: orAbsent(addressFields.city),
  street: orAbsent(addressFields.street),
  zone: addressFields.zone.optional(),
}).refine(({ province = "", zone = "" }) => !province || zone || provinceOf(province), {
  error: "unknown_province",
  path: ["province"],
});
type PartnerRow = z.infer<typeof PartnerRow>;

const usualAddress = "MAIN";

function mergePartner(kind: PartnerKind, row: PartnerRow, before: Partner | null): Partner {
  const { addressCode, contact, addressPhone, province, city, street, zone, ...own } = row;
  const blank = {
    nameEn: "",
    grade: null,
    poolCode: null,
    currency: "CNY",
    phone: null,
    functions: usualFunctions[kind],
    approvalLimitMinor: null,
    state: "active",
    parentCode: null,
  };
  const place = { contact, phone: addressPhone, province, city, street, zone };
  const addresses = mergeAddresses(before?.addresses ?? [], addressCode ?? usualAddress, place);
  return { ...blank, ...before, ...present(own), kind, addresses } as Partner;
}

type Place = { [Field in "contact" | "phone" | "province" | "city" | "street" | "zone"]?: string };

/** A row touches one address at most; one without a province says nothing of any. */
function mergeAddresses(before: readonly Address[], code: string, place: Place): Address[] {
  if (!place.province) return [...before];
  const known = provinceOf(place.province, place.zone);
  const old = before.find((address) => address.code === code && address.state === "active");
  const blank = { contact: "", phone: "", city: "", street: "", state: "active" as const };
  const address: Address = {
    ...blank,
    ...old,
    ...present(place),
    code,
    province: known?.zh ?? place.province,
    zone: place.zone || known?.zone || old?.zone || "",
    isDefault: old?.isDefault ?? !before.some(({ isDefault }) => isDefault),
  };
  return [...before.filter((other) => other.code !== code), address];
}

function ownOf(row: PartnerRow) {
  const { addressCode: _code, contact: _contact, addressPhone: _phone, ...own } = row;
  const { province: _province, city: _city, street: _street, zone: _zone, ...rest } = own;
  return rest;
}

function partnerImport(kind: PartnerKind, name: string): ImportKind {
  return masterImport({
    name,
    title: { zh: zh.kinds[kind], en: `${en.kinds[kind]}s` },
    right: { resource: "partner", action: "import" },
    columns: [...partnerColumns, ...phoneColumns],
    schema: PartnerRow,
    master: partners,
    find: findPartnerRecord,
    merge: (row, before) => mergePartner(kind, row, before),
    part: ({ addressCode }) => addressCode ?? usualAddress,
    alike: ownOf,
    words: (lang) => channelWords(lang).refused,
    waitsFor: (refusal) => refusal.reason === "unknown_parent" ? refusal.code : null,
  });
}

export const dealerImport = partnerImport("dealer", "dealers");
export const storeImport = partnerImport("store", "stores");
export const supplierImport = partnerImport("supplier", "suppliers");
export const carrierImport = partnerImport("carrier", "carriers");
export const serviceProviderImport = partnerImport("service_provider", "service_providers");
