/** No such row within the reader's scope. */
export class NotFound extends Error {
  override name = "NotFound";
}

export function found<Row>(row: Row | null | undefined, what: string): Row {
  if (row === null || row === undefined) throw new NotFound(what);
  return row;
}
