import type { Schema } from "~/db/schema.ts";

/**
 * Tables that no route reads by the asker's own scope: opening their scope changes no answer, because
 * the rows are read only after, and through, a row that is in scope. Each is still checked at the
 * reader: whoever opens it sees a stranger's rows at once.
 */
export const notReadAlone: Partial<Record<keyof Schema, string>> = {};
