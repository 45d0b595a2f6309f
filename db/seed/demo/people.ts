import type { Random } from "~/db/seed/random.ts";
import type { Say } from "~/db/seed/say.ts";

const surnames =
  "王 Wang|李 Li|张 Zhang|刘 Liu|陈 Chen|杨 Yang|黄 Huang|赵 Zhao|吴 Wu|周 Zhou|徐 Xu|孙 Sun|马 Ma|朱 Zhu|胡 Hu|郭 Guo|何 He|林 Lin|罗 Luo|高 Gao|梁 Liang|宋 Song|郑 Zheng|谢 Xie|韩 Han|唐 Tang|冯 Feng|于 Yu|董 Dong|萧 Xiao"
    .split("|");
const givenNames =
  "建国 Jianguo|秀英 Xiuying|国强 Guoqiang|玉兰 Yulan|志远 Zhiyuan|晓燕 Xiaoyan|海涛 Haitao|丽萍 Liping|文博 Wenbo|雪梅 Xuemei|永康 Yongkang|春花 Chunhua|立新 Lixin|桂芳 Guifang|伟民 Weimin|佳怡 Jiayi|少华 Shaohua|慧敏 Huimin|振东 Zhendong|彩霞 Caixia|明辉 Minghui|静怡 Jingyi|长河 Changhe|小红 Xiaohong|学军 Xuejun|素珍 Suzhen|光明 Guangming|艳玲 Yanling|广成 Guangcheng|凤霞 Fengxia"
    .split("|");
const roads =
  "新城路 Xincheng Road|解放路 Jiefang Road|人民东路 Renmin East Road|迎宾大道 Yingbin Avenue|兴业路 Xingye Road|物流大道 Logistics Avenue|建设西路 Jianshe West Road|文昌街 Wenchang Street|青年路 Qingnian Road|滨河路 Binhe Road|科技路 Keji Road|商贸城南路 Trade City South Road|工农路 Gongnong Road|园区三路 Park Third Road|友谊路 Youyi Road"
    .split("|");

function both(words: string): [zh: string, en: string] {
  const at = words.indexOf(" ");
  return [words.slice(0, at), words.slice(at + 1)];
}

export function personName(chance: Random, say: Say): string {
  const [surname, surnameEn] = both(chance.pick(surnames));
  const [given, givenEn] = both(chance.pick(givenNames));
  return say(surname + given, `${surnameEn} ${givenEn}`);
}

export function street(
  chance: Random,
  say: Say,
  [district, districtEn]: readonly [string, string],
): string {
  const [road, roadEn] = both(chance.pick(roads));
  const number = chance.whole(3, 268);
  return say(`${district}${road} ${number} 号`, `${number} ${roadEn}, ${districtEn}`);
}

/** Plainly made up: no network gives out 138 0000. */
export function phone(serial: number): string {
  return `1380000${String(serial % 10_000).padStart(4, "0")}`;
}
