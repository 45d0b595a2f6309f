const han = /\p{Script=Han}|[，。；：“”（）]/u;
const latin = /[A-Za-z]{2,}/;
/** Said in the other language on purpose, or the same in both: codes, keys, file types. */
const common = /^(PDF|Esc|Enter|QY-|SO\d|\d)/;

/** Every string of a word list with its place; functions are called with figures. */
export function spoken(value: unknown, place = ""): [place: string, text: string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") return spoken(value(...Array(value.length).fill("7")), place);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => spoken(inner, `${place}/${key}`));
}

/**
 * What is wrong with a pair of word lists: a place one language lacks, Chinese left in English,
 * or English left in Chinese. `otherLanguage` is excepted. For the text_test.ts of every center.
 */
export function wordProblems({ zh, en }: { zh: unknown; en: unknown }): string[] {
  const [chinese, english] = [new Map(spoken(zh)), new Map(spoken(en))];
  const problems: string[] = [];
  for (const place of new Set([...chinese.keys(), ...english.keys()])) {
    const [z, e] = [chinese.get(place), english.get(place)];
    if (z === undefined || e === undefined) problems.push(`${place} is in one language only`);
    if (place.endsWith("/otherLanguage")) continue;
    if (e && han.test(e)) problems.push(`${place} has Chinese in English: ${e}`);
    if (z && !han.test(z) && latin.test(z) && !common.test(z)) {
      problems.push(`${place} has English in Chinese: ${z}`);
    }
  }
  return problems;
}
