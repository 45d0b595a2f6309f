export type Names = {
  /** loyalty: the folder, the table, the resource, the URL. */
  center: string;
  /** Loyalty: types and events. */
  type: string;
  /** The file name of its migration, without the number's clash. */
  migration: string;
};

export class BadCenterName extends Error {
  override name = "BadCenterName";
}

const shape = /^[a-z][a-z]{2,20}$/;

export function namesOf(
  center: string | undefined,
  taken: readonly string[],
  lastMigration: number,
): Names {
  if (!center || !shape.test(center)) {
    throw new BadCenterName(
      "Say one English noun in lower case: deno task center loyalty. 用一个小写英文名词，如 loyalty。",
    );
  }
  if (taken.includes(center)) {
    throw new BadCenterName(`${center} exists already. 这个中心已经有了。`);
  }
  return {
    center,
    type: center[0]!.toUpperCase() + center.slice(1),
    migration: `${String(lastMigration + 1).padStart(4, "0")}_${center}_create`,
  };
}
