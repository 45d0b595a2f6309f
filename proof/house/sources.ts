/** One file of the house, read once; `room` is the first segment of its path. */
export type Source = { path: string; room: string; text: string };

/** `value`: what is there when the program runs; a type is gone by then. */
export type Import = { target: string; value: boolean; static: boolean };

/** These hold the text of other rooms' files: what they print is judged when it is printed. */
const templates = /^routes\/_cli\/center\/(\w+_files|insertions)\.ts$/;

export function sources(root = "."): Source[] {
  return [...walk(root)].filter(({ path }) => !templates.test(path));
}

function* walk(folder: string): Generator<Source> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`.replace(/^\.\//, "");
    if (isDirectory) {
      if (!/^(node_modules|data|built|\.git|\.ci)$/.test(name)) yield* walk(path);
    } else if (/\.tsx?$/.test(name) && !name.endsWith(".as.ts")) {
      yield { path, room: path.split("/")[0]!, text: Deno.readTextFileSync(path) };
    }
  }
}

export const isTest = (path: string) => /_test\.tsx?$|_bench\.ts$|testing\.ts$/.test(path);

const fromClause = /^\s*(?:import|export)\s+(type\s+)?([^"';]*?)\s*\bfrom\s+"([^"]+)"/gm;
const bareImport = /^\s*import\s+"([^"]+)"/gm;
const laterImport = /\bimport\(\s*"([^"]+)"/g;

export function importsOf({ path, text }: Source): Import[] {
  const named = [...text.matchAll(fromClause)].map(([, type, names, target]) => ({
    target: resolve(path, target!),
    value: !type && !isOnlyTypes(names!),
    static: true,
  }));
  const bare = [...text.matchAll(bareImport)].map(([, target]) => ({
    target: resolve(path, target!),
    value: true,
    static: true,
  }));
  const later = [...text.matchAll(laterImport)].map(([, target]) => ({
    target: resolve(path, target!),
    value: true,
    static: false,
  }));
  return [...named, ...bare, ...later];
}

function isOnlyTypes(names: string): boolean {
  const inside = /^\{([^]*)\}$/.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  return inside.split(",").map((name) => name.trim()).filter(Boolean)
    .every((name) => name.startsWith("type "));
}

function resolve(path: string, target: string): string {
  if (target.startsWith("~/")) return target.slice(2);
  if (!target.startsWith(".")) return target;
  return new URL(target, `file:///${path}`).pathname.slice(1);
}
