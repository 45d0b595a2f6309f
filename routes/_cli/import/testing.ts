import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { saveAs } from "~/db/_engine/put_testing.ts";
import { pools } from "~/db/inventory/pools.ts";
import { writers } from "~/db/writers.ts";
import { importFile, type ImportReport } from "./import_file.ts";
import { terminalImporter } from "./kind.ts";
import { findKind } from "./kinds.ts";

export const organisationCsv = `编码,名称,启用日,上级
QY,泉屿饮品,2026-01-01,
QY-E,泉屿华东,2026-01-01,QY
`;
export const regionCsv = `编码,名称,上级
HD,华东,
JS,江苏,HD
`;
export const categoryCsv = `编码,名称,英文名,上级
DRINK,饮品,Drinks,
WATER,饮用水,Water,DRINK
TEA,茶饮,Tea,DRINK
`;

export type ImportDesk = TestEngine & {
  /** Writes the text to a file and imports it. */
  bring(
    kind: string,
    text: string | Uint8Array<ArrayBuffer>,
    options?: Options,
  ): Promise<ImportReport>;
  /** The error file of the last import, if it left one. */
  errors(): string | null;
};
type Options = { dryRun?: boolean; lang?: "zh" | "en" };

/** An engine with a file beside it that can be imported. */
export async function importDesk(): Promise<ImportDesk> {
  const engine = await testEngine({ writers });
  const path = `${engine.folder}/file.csv`;
  const errorPath = `${path}.errors.csv`;
  return {
    ...engine,
    async bring(kind, text, { dryRun = false, lang = "zh" } = {}) {
      if (typeof text === "string") await Deno.writeTextFile(path, text);
      else await Deno.writeFile(path, text);
      const { author } = engine;
      const scope = { kind: "all" } as const;
      const importer = terminalImporter;
      const run = { engine, kind: findKind(kind)!, author, importer, scope, lang, dryRun };
      return await importFile(run, { path, errorPath });
    },
    errors() {
      const names = [...Deno.readDirSync(engine.folder)].map(({ name }) => name);
      return names.includes("file.csv.errors.csv") ? Deno.readTextFileSync(errorPath) : null;
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** A desk with organisations, regions, a pool and categories on it. */
export async function furnishedDesk(): Promise<ImportDesk> {
  const desk = await importDesk();
  await desk.bring("organisations", organisationCsv);
  await desk.bring("regions", regionCsv);
  await desk.bring("categories", categoryCsv);
  await saveAs(desk, pools, {
    record: { code: "HD", nameZh: "华东池", nameEn: "East", organisationCode: "QY" },
  });
  return desk;
}
