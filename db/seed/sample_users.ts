import type { Role } from "~/domain/platform/rights.ts";

export type SampleUser = { login: string; password: string; role: Role; zh: string; en: string };

export const samplePassword = "quanyu-demo";
const password = samplePassword;

/** Who the demo worlds let in on loopback: the seeds make them, the sign-in page shows those that exist. */
export const sampleUsers: readonly SampleUser[] = [
  { login: "dingshun", password, role: "dealer_owner", zh: "丁顺", en: "Ding Shun" },
  { login: "dingshun.buyer", password, role: "dealer_buyer", zh: "周小满", en: "Zhou Xiaoman" },
  { login: "dingshun.approver", password, role: "dealer_approver", zh: "吴敏", en: "Wu Min" },
  { login: "wangjing", password, role: "sales", zh: "王静", en: "Wang Jing" },
  { login: "lizhuo", password, role: "warehouse", zh: "李卓", en: "Li Zhuo" },
  { login: "zhaolan", password, role: "finance", zh: "赵岚", en: "Zhao Lan" },
  { login: "chenmin", password, role: "operator", zh: "陈敏", en: "Chen Min" },
  { login: "sunhao", password, role: "auditor", zh: "孙浩", en: "Sun Hao" },
];
