const isPlainRead = /^\s*(select|with|values)\b/i;
const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;

/** Whether a statement only reads, so that it may stand inside another. */
export function canBePacked(sql: string): boolean {
  return isPlainRead.test(sql) && !/\breturning\b/i.test(sql);
}

/**
 * The same rows, in the same order, as one JSON text. The driver leaks some fifty bytes for each set of
 * rows it hands out and takes a call for each value; one text costs neither.
 */
export function packedSql(sql: string, columns: readonly string[]): string {
  const names = columns.map((_, at) => `c${at}`);
  // What a JSON function made is text like any other; left as it is, it would be packed as a part.
  const value = /json/i.test(sql)
    ? (name: string) => `iif(typeof(${name}) = 'text', ${name} || '', ${name})`
    : (name: string) => name;
  const pairs = names.map((name, at) => `${quoted(columns[at]!)}, ${value(name)}`);
  return `with packed (${names.join()}) as (${sql})
    select json_group_array(json_object(${pairs.join()})) as rows from packed`;
}
