import { z } from "zod";
import { type Organisation, usualDiscountLimit } from "~/domain/channel/organisation.ts";
import {
  type Address,
  type Partner,
  type PartnerFunction,
  partnerFunctions,
  type PartnerKind,
  partnerKinds,
} from "~/domain/channel/partner.ts";
import { provinceOf } from "~/domain/channel/provinces.ts";
import type { Region } from "~/domain/channel/region.ts";
import { filled } from "~/routes/_entry/reply.ts";
import {
  AmountText,
  Code,
  Currency,
  Day,
  DiscountText,
  EnglishName,
  KeyInUrl,
  Name,
  orNull,
} from "~/routes/_entry/shapes.ts";

const Short = z.string().trim().max(60);
const Contact = Short.min(1);
const City = Short.min(1);
const Street = z.string().trim().min(1).max(120);
export const Phone = z.string().trim().max(40).refine((text) => /^[\d\s+()#*.,-]*$/.test(text), {
  error: "phone_shape",
});
const Zone = z.string().trim().max(12);

const AddressShape = z.object({
  code: Code,
  contact: Contact,
  /** Left out, it stays as it is: not everybody may see it. */
  phone: Phone.min(1).optional(),
  province: z.string().trim().min(1).max(40),
  city: City,
  street: Street,
  zone: Zone.default(""),
  isDefault: z.boolean().default(false),
  state: z.enum(["active", "retired"]).default("active"),
});

/** The zone of an address is its province's code, unless one is given; unknown places must give one. */
export const AddressBody = AddressShape.strict().transform(placed);

function placed(
  address: z.infer<typeof AddressShape>,
  context: z.RefinementCtx<unknown>,
): Address {
  const known = provinceOf(address.province, address.zone);
  const zone = address.zone || known?.zone;
  if (!zone) {
    context.addIssue({ code: "custom", message: "unknown_province", path: ["province"] });
    return z.NEVER;
  }
  return { ...address, province: known?.zh ?? address.province, zone };
}

const Functions = z.strictObject({
  sells: z.boolean(),
  stocks: z.boolean(),
  ships: z.boolean(),
  settles: z.boolean(),
  services: z.boolean().default(false),
});

/** What a partner of a kind does where nobody says otherwise. */
export const usualFunctions: Record<PartnerKind, Partner["functions"]> = {
  dealer: { sells: true, stocks: true, ships: false, settles: true, services: false },
  store: { sells: true, stocks: true, ships: false, settles: true, services: false },
  supplier: { sells: true, stocks: true, ships: false, settles: true, services: false },
  carrier: { sells: false, stocks: false, ships: true, settles: true, services: false },
  service_provider: { sells: false, stocks: false, ships: false, settles: true, services: true },
};

export function functionsOf(named: readonly PartnerFunction[]): Partner["functions"] {
  return {
    sells: named.includes("sells"),
    stocks: named.includes("stocks"),
    ships: named.includes("ships"),
    settles: named.includes("settles"),
    services: named.includes("services"),
  };
}

/** The record of one kind of partner as the API sends it; the PUT replaces it whole. */
export function partnerBody(kind: PartnerKind): z.ZodType<Partner> {
  return z.strictObject({
    code: KeyInUrl,
    kind: z.literal(kind).default(kind),
    nameZh: Name,
    nameEn: EnglishName,
    grade: Short.nullable().default(null),
    organisationCode: Code,
    regionCode: Code,
    poolCode: Code.nullable().default(null),
    currency: Currency.default("CNY"),
    phone: Phone.nullable().optional(),
    functions: Functions.default(usualFunctions[kind]),
    approvalLimitMinor: z.number().int().min(0).nullable().default(null),
    state: z.enum(["active", "suspended"]).default("active"),
    parentCode: Code.nullable().optional(),
    addresses: z.array(AddressBody).max(200).optional(),
  });
}

const AddressReply = filled(AddressShape);

/** As it is read: an address has its zone, whoever may not see telephones gets none. */
export function partnerReply(kind: PartnerKind): z.ZodObject {
  const body = partnerBody(kind) as unknown as z.ZodObject;
  return filled(body, { addresses: z.array(AddressReply).optional() });
}

export const OrganisationBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: Code.nullable().default(null),
  currency: Currency.default("CNY"),
  validFrom: Day,
  validUntil: Day.nullable().default(null),
  discountLimitBasisPoints: z.number().int().min(0).max(10_000).default(usualDiscountLimit),
}) satisfies z.ZodType<Organisation>;

export const RegionBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: Code.nullable().default(null),
}) satisfies z.ZodType<Region>;

/** Fields as text, the same in a form and in a CSV row. */
export const partnerFields = {
  code: Code,
  nameZh: Name,
  nameEn: EnglishName,
  grade: orNull(Short),
  organisationCode: Code,
  regionCode: Code,
  poolCode: orNull(Code),
  currency: Currency,
  phone: orNull(Phone),
  approvalLimitMinor: orNull(AmountText),
  parentCode: orNull(Code),
};

export const addressFields = {
  contact: Contact,
  phone: Phone.min(1),
  province: z.string().trim().max(40),
  city: City,
  street: Street,
  zone: Zone,
};

const AddressFormRow = z.object({
  code: Code,
  ...addressFields,
  phone: addressFields.phone.optional(),
  province: AddressShape.shape.province,
  isDefault: z.coerce.boolean().default(false),
  state: z.enum(["active", "retired"]).default("active"),
}).transform((address, context) =>
  placed({ ...address, zone: provinceOf(address.province)?.zone ?? address.zone }, context)
);

const isBlankRow = (given: unknown) =>
  typeof given === "object" && given !== null &&
  Object.entries(given).every(([name, value]) => name === "state" || String(value).trim() === "");

export const PartnerForm = z.object({
  ...partnerFields,
  phone: partnerFields.phone.optional(),
  kind: z.enum(partnerKinds),
  state: z.enum(["active", "suspended"]),
  functions: z.array(z.enum(partnerFunctions)).default([]),
  addresses: z.array(
    z.preprocess((given) => isBlankRow(given) ? null : given, AddressFormRow.nullable()),
  ).max(200).transform((rows) => rows.filter((row) => row !== null)).default([]),
}).omit({ code: true });

export const OrganisationForm = z.object({
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: orNull(Code),
  currency: Currency,
  validFrom: Day,
  validUntil: orNull(Day),
  discountLimitBasisPoints: DiscountText,
});

export const RegionForm = z.object({
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: orNull(Code),
});
