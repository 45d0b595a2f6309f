/** The channels an order comes by, as people call them; a price may hold for one of them. */
const zh: Readonly<Record<string, string>> = {
  portal: "订货平台",
  api: "接口",
  staff: "业务代下",
  import: "文件导入",
  store: "门店",
  webshop: "自营网店",
  tmall: "天猫",
  jd: "京东",
  douyin: "抖音",
};

const en: typeof zh = {
  portal: "Portal",
  api: "API",
  staff: "Sales",
  import: "File",
  store: "Store",
  webshop: "Web shop",
  tmall: "Tmall",
  jd: "JD",
  douyin: "Douyin",
};

export const channelText = { zh, en };
