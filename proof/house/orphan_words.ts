import { isTest, type Source } from "./sources.ts";

/** A word list as the program has it: the tree of its Chinese, and the file that says it. */
export type WordList = { name: string; path: string; zh: object };

/** A file that says words rather than shows them. */
const saysWords = ({ path, text }: Source) =>
  path.startsWith("views/") && /\bconst zh\b/.test(text);

/** Every list made by `words({ zh, en })`, whichever files it is put together from. */
export async function wordLists(all: readonly Source[]): Promise<WordList[]> {
  const lists: WordList[] = [];
  for (const { path, text } of all) {
    if (!path.startsWith("views/") || isTest(path) || !/export const \w+ = words\(/.test(text)) {
      continue;
    }
    const module: Record<string, unknown> = await import(`../../${path}`);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== "function" || !("both" in value)) continue;
      lists.push({ name, path, zh: (value.both as { zh: object }).zh });
    }
  }
  return lists;
}

/** The places of a list that nobody says: not asked for by name, nor by a key that is data. */
export function orphansIn(
  list: WordList,
  all: readonly Source[],
  data: ReadonlySet<string> = wordsOfData(all),
): string[] {
  const readers = readersOf(list, all);
  const asked = new Set([...readers.flatMap(namesAsked), ...all.flatMap(namesHandedOn)]);
  const orphans = (value: object, place: string, isData: boolean): string[] => {
    return Object.entries(value).flatMap(([key, inner]) => {
      if (!asked.has(key)) return isData && data.has(key) ? [] : [`${place}/${key}`];
      if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return [];
      return orphans(inner, `${place}/${key}`, readers.some((each) => readsByKey(each, key)));
    });
  };
  return orphans(list.zh, list.name, false);
}

/** `"placed"` or `placed:` outside the words: a state, a reason, a field. */
export function wordsOfData(all: readonly Source[]): Set<string> {
  const named = /"(\w+)"|\b(\w+)\??:|[[,] ?(\d+)(?=[,\]])/g;
  const sources = all.filter((source) => !isTest(source.path) && !saysWords(source));
  return new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(named)].map(([, quoted, key, figure]) => (quoted ?? key ?? figure)!)
    ),
  );
}

/** `t.cancel`, and `const { cancel } = orderWords(lang)`. */
function namesAsked({ text }: Source): string[] {
  const read = [...text.matchAll(/\.(\w+)/g)].map(([, name]) => name!);
  const parts = text.matchAll(/const \{([^{}]*)\} = (?:t;|\w+Words\(|texts\(|\w+\.)/g);
  return [...read, ...[...parts].flatMap(([, names]) => names!.match(/\w+/g) ?? [])];
}

/** What a part of the kit reads of the words a center hands it. */
function namesHandedOn({ path, text }: Source): string[] {
  if (!path.startsWith("views/_kit/")) return [];
  return [...text.matchAll(/\bwords\.(\w+)/g)].map(([, name]) => name!);
}

/** What leads to words: `t`, `words`, `orderWords(lang)`, `texts(ctx.lang).order`. */
const lead =
  "(?:\\b(?:t|zh|en|words|text|list|heads|receipt|account)|\\b(?:\\w+Words|texts)\\([\\w.]*\\))(?:\\.\\w+)*";

/**
 * A part whose keys are data (`t.states[order.stage]`): the compiler holds its keys to the data. It
 * may be read at once, walked, handed on as an argument, or read through a name of its own.
 */
function readsByKey({ text }: Source, part: string): boolean {
  if (!text.includes(part)) return false;
  const read = `${lead}\\.${part}\\b`;
  if (new RegExp(`${read}(?:\\[|\\)|,|\\}\\s+alert|\\s\\}\\[)|return ${read};`).test(text)) {
    return true;
  }
  const own = [...text.matchAll(new RegExp(`const (\\w+) = (?:[^;]* )?${read}(?:;| :)`, "g"))];
  const taken = [
    ...text.matchAll(new RegExp(`const \\{[^{}]*\\b(${part}(?:: \\w+)?)[ ,][^{}]*\\} =`, "g")),
  ];
  const names = [...own, ...taken].map(([, name]) => name!.split(": ").at(-1)!);
  return names.some((name) => new RegExp(`\\b${name}\\[`).test(text));
}

/** The files of the same center, and those of others that name the list. */
function readersOf({ name, path }: WordList, all: readonly Source[]): Source[] {
  const center = path.split("/")[1]!;
  const noun = name.replace(/Words$/, "");
  const naming = new RegExp(
    `\\b${noun}Words\\b|\\b(?:text|t|words|texts\\([\\w.]+\\))\\.${noun}\\b`,
    "i",
  );
  return all.filter((source) =>
    !isTest(source.path) && !saysWords(source) &&
    (center.startsWith("_") || source.path.split("/")[1] === center || naming.test(source.text))
  );
}
