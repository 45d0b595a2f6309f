import type { Address, Partner } from "./partner.ts";

export const main: Address = {
  code: "MAIN",
  contact: "赵立新",
  phone: "13805201234",
  province: "江苏省",
  city: "徐州市",
  street: "泉山区淮海西路 88 号",
  zone: "JS",
  isDefault: true,
  state: "active",
};

/** A dealer as tests know it, with one address. */
export const dealer: Partner = {
  code: "XZDS",
  kind: "dealer",
  nameZh: "徐州鼎顺商贸",
  nameEn: "Xuzhou Dingshun",
  grade: "A",
  organisationCode: "QY-E",
  regionCode: "JS",
  poolCode: "HD",
  currency: "CNY",
  phone: "0516-8390 1122",
  functions: { sells: true, stocks: true, ships: false, settles: true, services: false },
  approvalLimitMinor: 500_000,
  state: "active",
  parentCode: null,
  addresses: [main],
};
