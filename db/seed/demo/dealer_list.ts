export type Payer = "at_once" | "weekly" | "monthly" | "slow" | "stopped";

/** One dealer as it is written down below. */
export type DealerLine = {
  code: string;
  login: string;
  zh: string;
  en: string;
  level: 1 | 2 | 3;
  parent: string | null;
  zone: string;
  city: [zh: string, en: string];
  district: [zh: string, en: string];
  payer: Payer;
};

/** code, login, name, English name, level, parent, province, city, English, district, English, how it pays. */
const listed = `
D-1001 dingshun 徐州鼎顺商贸 Xuzhou_Dingshun_Trading 1 - JS 徐州市 Xuzhou 铜山区 Tongshan monthly
D-1002 baichuan 临沂百川副食 Linyi_Baichuan_Foods 1 - SD 临沂市 Linyi 兰山区 Lanshan monthly
D-1003 jiangdong 芜湖江东商贸 Wuhu_Jiangdong_Trading 1 - AH 芜湖市 Wuhu 镜湖区 Jinghu weekly
D-1004 yonghui 宁波甬汇商贸 Ningbo_Yonghui_Trading 1 - ZJ 宁波市 Ningbo 鄞州区 Yinzhou monthly
D-1005 jingnan 保定京南商贸 Baoding_Jingnan_Trading 1 - HE 保定市 Baoding 莲池区 Lianchi slow
D-1006 huanghai 盐城黄海副食 Yancheng_Huanghai_Foods 2 D-1001 JS 盐城市 Yancheng 亭湖区 Tinghu monthly
D-1007 yuandu 潍坊鸢都酒水 Weifang_Yuandu_Drinks 2 D-1002 SD 潍坊市 Weifang 奎文区 Kuiwen weekly
D-1008 chuyuan 宿迁楚苑商贸 Suqian_Chuyuan_Trading 2 D-1001 JS 宿迁市 Suqian 宿城区 Sucheng monthly
D-1009 yongsheng 睢宁永晟副食 Suining_Yongsheng_Foods 3 D-1008 JS 徐州市 Xuzhou 睢宁县 Suining at_once
D-1010 hanyuan 沛县汉垣商贸 Peixian_Hanyuan_Trading 3 D-1008 JS 徐州市 Xuzhou 沛县 Peixian at_once
D-1011 huaishang 淮安淮上饮品 Huaian_Huaishang_Drinks 2 D-1001 JS 淮安市 Huai'an 清江浦区 Qingjiangpu weekly
D-1012 yunhe 济宁运河商贸 Jining_Yunhe_Trading 2 D-1002 SD 济宁市 Jining 任城区 Rencheng monthly
D-1013 haiqu 日照海曲副食 Rizhao_Haiqu_Foods 2 D-1002 SD 日照市 Rizhao 东港区 Donggang slow
D-1014 tanfeng 郯城郯风商贸 Tancheng_Tanfeng_Trading 3 D-1013 SD 临沂市 Linyi 郯城县 Tancheng stopped
D-1015 yingzhou 阜阳颍州百货 Fuyang_Yingzhou_General_Goods 2 D-1003 AH 阜阳市 Fuyang 颍州区 Yingzhou monthly
D-1016 wanjiang 安庆皖江饮品 Anqing_Wanjiang_Drinks 2 D-1003 AH 安庆市 Anqing 迎江区 Yingjiang weekly
D-1017 ouyue 温州瓯越商贸 Wenzhou_Ouyue_Trading 2 D-1004 ZJ 温州市 Wenzhou 鹿城区 Lucheng monthly
D-1018 yunzhong 大同云中商贸 Datong_Yunzhong_Trading 2 D-1005 SX 大同市 Datong 平城区 Pingcheng monthly
D-1019 bohai 沧州渤海副食 Cangzhou_Bohai_Foods 2 D-1005 HE 沧州市 Cangzhou 运河区 Yunhe stopped
D-1020 jingu 天津津沽饮品 Tianjin_Jingu_Drinks 1 - TJ 天津市 Tianjin 河西区 Hexi weekly
D-1021 hengyue 洛阳恒悦商贸 Luoyang_Hengyue_Trading 1 - HA 洛阳市 Luoyang 西工区 Xigong monthly
D-1022 churun 襄阳楚润饮品 Xiangyang_Churun_Drinks 1 - HB 襄阳市 Xiangyang 樊城区 Fancheng monthly
D-1023 dongting 岳阳洞庭饮品 Yueyang_Dongting_Drinks 1 - HN 岳阳市 Yueyang 岳阳楼区 Yueyanglou weekly
D-1024 shuquan 绵阳蜀泉商贸 Mianyang_Shuquan_Trading 1 - SC 绵阳市 Mianyang 涪城区 Fucheng monthly
D-1025 wancheng 南阳宛城商贸 Nanyang_Wancheng_Trading 2 D-1021 HA 南阳市 Nanyang 宛城区 Wancheng monthly
D-1026 sanxia 宜昌三峡副食 Yichang_Sanxia_Foods 2 D-1022 HB 宜昌市 Yichang 西陵区 Xiling weekly
D-1027 yancheng 衡阳雁城商贸 Hengyang_Yancheng_Trading 2 D-1023 HN 衡阳市 Hengyang 蒸湘区 Zhengxiang monthly
D-1028 qianbei 遵义黔北商贸 Zunyi_Qianbei_Trading 2 D-1024 GZ 遵义市 Zunyi 红花岗区 Honghuagang slow
D-1029 weicheng 咸阳渭城商贸 Xianyang_Weicheng_Trading 2 D-1021 SN 咸阳市 Xianyang 渭城区 Weicheng weekly
D-1030 bayu 重庆巴渝食品 Chongqing_Bayu_Foods 1 - CQ 重庆市 Chongqing 江北区 Jiangbei monthly
D-1031 qingjiang 宜都清江副食 Yidu_Qingjiang_Foods 3 D-1026 HB 宜昌市 Yichang 宜都市 Yidu at_once
D-1032 rangcheng 邓州穰城副食 Dengzhou_Rangcheng_Foods 3 D-1025 HA 南阳市 Nanyang 邓州市 Dengzhou at_once
D-1033 yayu 雅安雅雨商贸 Yaan_Yayu_Trading 2 D-1024 SC 雅安市 Ya'an 雨城区 Yucheng monthly
D-1034 dongjiang 惠州东江饮品 Huizhou_Dongjiang_Drinks 1 - GD 惠州市 Huizhou 惠城区 Huicheng monthly
D-1035 licheng 泉州鲤城商贸 Quanzhou_Licheng_Trading 1 - FJ 泉州市 Quanzhou 鲤城区 Licheng weekly
D-1036 longcheng 柳州龙城副食 Liuzhou_Longcheng_Foods 2 D-1034 GX 柳州市 Liuzhou 城中区 Chengzhong monthly
D-1037 kejiayuan 赣州客家源商贸 Ganzhou_Kejiayuan_Trading 2 D-1023 JX 赣州市 Ganzhou 章贡区 Zhanggong monthly
D-1038 chaoxing 汕头潮兴食品 Shantou_Chaoxing_Foods 2 D-1034 GD 汕头市 Shantou 龙湖区 Longhu weekly
D-1039 minyue 诏安闽粤副食 Zhaoan_Minyue_Foods 3 D-1038 FJ 漳州市 Zhangzhou 诏安县 Zhao'an at_once
D-1040 hongshui 河池红水河商贸 Hechi_Hongshuihe_Trading 3 D-1036 GX 河池市 Hechi 宜州区 Yizhou at_once`;

export const dealerLines: readonly DealerLine[] = listed.trim().split("\n").map((line) => {
  const [code = "", login = "", zh = "", en = "", level, parent, zone = "", ...place] = line
    .split(" ");
  const [city = "", cityEn = "", district = "", districtEn = "", payer] = place;
  return {
    code,
    login,
    zh,
    en: en.replaceAll("_", " "),
    level: Number(level) as DealerLine["level"],
    parent: parent === "-" ? null : parent!,
    zone,
    city: [city, cityEn],
    district: [district, districtEn],
    payer: payer as Payer,
  };
});
