export type Language = "zh" | "en";
/** Words that stand in one language only: streets, notes, units, the names of people. */
export type Say = (zh: string, en: string) => string;

export function sayIn(language: Language): Say {
  return (zh, en) => language === "zh" ? zh : en;
}

/** Two names as a record has them. */
export type Names = { nameZh: string; nameEn: string };

export function named(nameZh: string, nameEn: string): Names {
  return { nameZh, nameEn };
}
