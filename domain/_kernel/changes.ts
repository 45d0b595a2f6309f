import { isSame } from "./master.ts";

/** What a field was and became; `part` names the piece of a list, by its code. */
export type Change = { field: string; part?: string; before: unknown; after: unknown };

type Fields = { readonly [field: string]: unknown };
type Piece = { code: string };

/** Field by field; lists of coded pieces piece by piece, so that one changed address is one change. */
export function changesBetween(before: Fields | null, after: Fields): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after[field] ?? null];
    if (isSame(was, is)) return [];
    const wasPieces = piecesOf(was);
    const isPieces = piecesOf(is);
    if (!wasPieces || !isPieces) return [{ field, before: was, after: is }];
    return changedPieces(wasPieces, isPieces).map((change) => ({ field, ...change }));
  });
}

function piecesOf(value: unknown): Map<string, unknown> | null {
  if (value === null) return new Map();
  if (!Array.isArray(value) || !value.every(isPiece)) return null;
  return new Map(value.map((piece) => [piece.code, piece]));
}

function isPiece(value: unknown): value is Piece {
  return typeof value === "object" && value !== null && "code" in value;
}

function changedPieces(was: Map<string, unknown>, is: Map<string, unknown>) {
  const parts = [...new Set([...was.keys(), ...is.keys()])];
  return parts.map((part) => ({
    part,
    before: was.get(part) ?? null,
    after: is.get(part) ?? null,
  })).filter(({ before, after }) => !isSame(before, after));
}
