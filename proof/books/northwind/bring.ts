import type { Engine } from "~/db/_engine/engine.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import { importFile } from "~/routes/_cli/import/import_file.ts";
import { terminalImporter } from "~/routes/_cli/import/kind.ts";
import { findKind } from "~/routes/_cli/import/kinds.ts";
import { csvLine } from "~/routes/_entry/csv.ts";

type Cells = Readonly<Record<string, string>>;

/** Writes the rows to a file and imports it as `deno task import` does; one refused row ends the recipe. */
export async function bring(
  { engine, folder }: { engine: Engine; folder: string },
  kindName: string,
  rows: readonly Cells[],
): Promise<void> {
  const kind = findKind(kindName);
  if (!kind) throw new Error(`there is no import of ${kindName}`);
  const heads = Object.keys(rows[0] ?? {});
  const path = `${folder}/${kindName}.csv`;
  const lines = [csvLine(heads), ...rows.map((row) => csvLine(heads.map((head) => row[head]!)))];
  await Deno.writeTextFile(path, lines.join(""));
  const run = {
    engine,
    kind,
    author: systemUser,
    importer: terminalImporter,
    scope: { kind: "all" },
    lang: "en",
    dryRun: false,
  } as const;
  const report = await importFile(run, { path, errorPath: null });
  if (report.refused || report.counts.refused > 0) {
    throw new Error(`${kindName} were refused: ${JSON.stringify(report)}`);
  }
}
