import { type Address, type Partner, partnerFunctions } from "~/domain/channel/partner.ts";
import type { ExchangeColumn } from "~/routes/_cli/import/kind.ts";
import { amountText } from "~/views/_kit/decimal.ts";

/** What a file says of a partner's one address: the one of that code, else the default one. */
type PartnerLine = Partner & { address: Address | undefined };

export function lineOf(partner: Partner): PartnerLine {
  const active = (partner.addresses ?? []).filter(({ state }) => state === "active");
  return { ...partner, address: active.find(({ isDefault }) => isDefault) ?? active[0] };
}

/** The columns of a partner file, for the way in and the way out. */
export const partnerColumns: readonly ExchangeColumn<PartnerLine>[] = [
  { field: "code", zh: ["编码", "经销商编码"], en: ["Code"], required: true, cell: (p) => p.code },
  {
    field: "nameZh",
    zh: ["名称", "经销商", "客户名称"],
    en: ["Chinese name", "Name"],
    required: true,
    cell: (p) => p.nameZh,
  },
  { field: "nameEn", zh: ["英文名"], en: ["English name"], cell: (p) => p.nameEn },
  { field: "grade", zh: ["等级"], en: ["Grade"], cell: (p) => p.grade },
  {
    field: "organisationCode",
    zh: ["服务组织", "组织"],
    en: ["Organisation", "Served by"],
    required: true,
    cell: (p) => p.organisationCode,
  },
  { field: "regionCode", zh: ["区域"], en: ["Region"], required: true, cell: (p) => p.regionCode },
  { field: "poolCode", zh: ["库存池"], en: ["Stock pool", "Pool"], cell: (p) => p.poolCode },
  {
    field: "parentCode",
    zh: ["上级", "上级经销商"],
    en: ["Parent", "Under"],
    cell: (p) => p.parentCode ?? null,
  },
  { field: "currency", zh: ["币种"], en: ["Currency"], cell: (p) => p.currency },
  {
    field: "functions",
    zh: ["职能"],
    en: ["Functions"],
    cell: (p) => partnerFunctions.filter((one) => p.functions[one]).join("; "),
  },
  {
    field: "approvalLimitMinor",
    zh: ["自批额度"],
    en: ["Approval limit", "Own approval from"],
    cell: (p) => p.approvalLimitMinor === null ? null : amountText(p.approvalLimitMinor),
  },
  { field: "state", zh: ["状态"], en: ["State"], cell: (p) => p.state },
  {
    field: "addressCode",
    zh: ["地址编码"],
    en: ["Address code"],
    cell: (p) => p.address?.code ?? null,
  },
  { field: "contact", zh: ["联系人"], en: ["Contact"], cell: (p) => p.address?.contact ?? null },
  {
    field: "province",
    zh: ["省份", "省"],
    en: ["Province"],
    cell: (p) => p.address?.province ?? null,
  },
  { field: "city", zh: ["城市", "市"], en: ["City"], cell: (p) => p.address?.city ?? null },
  {
    field: "street",
    zh: ["街道门牌", "地址", "详细地址"],
    en: ["Street", "Address"],
    cell: (p) => p.address?.street ?? null,
  },
  {
    field: "zone",
    zh: ["运费区"],
    en: ["Freight zone", "Zone"],
    cell: (p) => p.address?.zone ?? null,
  },
];

/** Only for those who may see them. */
export const phoneColumns: readonly ExchangeColumn<PartnerLine>[] = [
  { field: "phone", zh: ["电话"], en: ["Phone"], cell: (p) => p.phone ?? null },
  {
    field: "addressPhone",
    zh: ["收货电话"],
    en: ["Delivery phone"],
    cell: (p) => p.address?.phone ?? null,
  },
];
