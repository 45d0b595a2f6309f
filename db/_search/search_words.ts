import { pinyin } from "pinyin-pro";

const chinese = /\p{Script=Han}/u;

/**
 * What a record is found by: its words in lower case, and for Chinese ones the full pinyin and the
 * initials (天然矿泉水: tianrankuangquanshui trkqs), each once.
 */
export function searchWords(...words: (string | null)[]): string {
  const found = new Set<string>();
  for (const word of words) {
    const plain = plainly(word ?? "");
    if (!plain) continue;
    found.add(plain);
    if (/\d/.test(plain)) found.add(plain.replaceAll(/\s/g, ""));
    if (chinese.test(plain)) spoken(plain).forEach((sound) => found.add(sound));
  }
  return [...found].join(" ");
}

/** Full width is as narrow, and nobody types the sign between 550 ml and 24. */
function plainly(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("×", "x").trim();
}

function spoken(word: string): string[] {
  const syllables = pinyin(word, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .map((syllable) => syllable.replaceAll(/\s/g, "")).filter(Boolean);
  return [syllables.join(""), syllables.map((syllable) => syllable[0]).join("")];
}

/** What somebody typed to find something, as the parts that must all occur. */
export function searchTerms(typed: string): string[] {
  const plain = plainly(typed).slice(0, 100);
  return plain ? plain.split(/\s+/).slice(0, 8) : [];
}
