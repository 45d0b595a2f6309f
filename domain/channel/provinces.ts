/** A province with its short code (ISO 3166-2:CN), which is also the freight zone. */
export type Province = { zone: string; zh: string; en: string };

const listed = `
BJ 北京市 Beijing
TJ 天津市 Tianjin
HE 河北省 Hebei
SX 山西省 Shanxi
NM 内蒙古自治区 Inner Mongolia
LN 辽宁省 Liaoning
JL 吉林省 Jilin
HL 黑龙江省 Heilongjiang
SH 上海市 Shanghai
JS 江苏省 Jiangsu
ZJ 浙江省 Zhejiang
AH 安徽省 Anhui
FJ 福建省 Fujian
JX 江西省 Jiangxi
SD 山东省 Shandong
HA 河南省 Henan
HB 湖北省 Hubei
HN 湖南省 Hunan
GD 广东省 Guangdong
GX 广西壮族自治区 Guangxi
HI 海南省 Hainan
CQ 重庆市 Chongqing
SC 四川省 Sichuan
GZ 贵州省 Guizhou
YN 云南省 Yunnan
XZ 西藏自治区 Tibet
SN 陕西省 Shaanxi
GS 甘肃省 Gansu
QH 青海省 Qinghai
NX 宁夏回族自治区 Ningxia
XJ 新疆维吾尔自治区 Xinjiang
TW 台湾省 Taiwan
HK 香港特别行政区 Hong Kong
MO 澳门特别行政区 Macao`;

export const provinces: readonly Province[] = listed.trim().split("\n").map((line) => {
  const [zone = "", zh = "", ...en] = line.split(" ");
  return { zone, zh, en: en.join(" ") };
});

/**
 * The province somebody wrote down: by code, by either name, or as people say it (内蒙古, 江苏). Beside
 * a zone that is another's a code says nothing: NM in a zone of the USA is New Mexico.
 */
export function provinceOf(written: string, zone = ""): Province | undefined {
  const wanted = written.trim();
  if (wanted === "") return undefined;
  return provinces.find(({ zone: code, zh, en }) =>
    (code === wanted && (zone === "" || zone === code)) || zh === wanted ||
    en.toLowerCase() === wanted.toLowerCase() ||
    (wanted.length >= 2 && zh.startsWith(wanted))
  );
}
