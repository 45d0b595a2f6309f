import { z } from "zod";
import { systemUser } from "~/domain/platform/system_user.ts";
import { importWords } from "~/views/_import/text.ts";
import { command } from "./command.ts";
import { type FileRefusal, importFile, type ImportReport } from "./import/import_file.ts";
import { terminalImporter } from "./import/kind.ts";
import { findKind, importKinds } from "./import/kinds.ts";
import { mostRehearsed } from "./import/run.ts";
import type { Lang } from "~/views/_kit/text.ts";

export const importUsage = (lang: Lang) =>
  importWords(lang).terminal.usage(importKinds.map(({ name }) => name).join(" "));

const rowsPrinted = 20;

/** A file through the same decisions as a form; the refused rows are left beside it with their reasons. */
export const importCommand = command({
  args: z.object({
    kind: z.string().refine((name) => findKind(name) !== undefined),
    file: z.string().min(1),
    dryRun: z.boolean(),
  }),
  async run({ engine, args: { kind, file, dryRun }, lang, print }) {
    const t = importWords(lang).terminal;
    const isThere = await Deno.stat(file).then(({ isFile }) => isFile, () => false);
    if (!isThere) {
      print(t.noFile(file));
      return 2;
    }
    const run = {
      engine,
      kind: findKind(kind)!,
      author: systemUser,
      importer: terminalImporter,
      scope: { kind: "all" } as const,
      lang,
      dryRun,
    };
    const errorPath = dryRun ? null : `${file}.errors.csv`;
    const report = await importFile(
      run,
      { path: file, errorPath },
      (counts) => print(t.counts(counts, run.kind.groupedBy !== undefined)),
    );
    return tell(report, { errorPath, lang, dryRun, print });
  },
});

function tell(
  report: ImportReport,
  { errorPath, lang, dryRun, print }: {
    errorPath: string | null;
    lang: Lang;
    dryRun: boolean;
    print: (line: string) => void;
  },
): number {
  const words = importWords(lang);
  const t = words.terminal;
  if (report.refused) {
    print(fileRefusalText(report.refused, lang));
    return 2;
  }
  if (report.ignored.length > 0) print(words.ignored(report.ignored.join(", ")));
  if (dryRun) print(t.dryRun);
  if (!report.isExact) print(words.judgedAlone(mostRehearsed));
  for (const { line, key, outcome, reason } of report.shown.slice(0, rowsPrinted)) {
    print(t.row(line, key, reason ?? words.outcomes[outcome]));
  }
  print(t.counts(report.counts, report.isOfDocuments));
  if (report.hasErrorFile && errorPath) print(t.errorFile(errorPath));
  return report.counts.refused > 0 ? 1 : 0;
}

/** Why a file was refused as a whole. */
export function fileRefusalText(refusal: FileRefusal, lang: Lang): string {
  const { refused } = importWords(lang);
  switch (refusal.reason) {
    case "file_empty":
      return refused.file_empty();
    case "columns_missing":
      return refused.columns_missing(refusal);
    case "column_twice":
      return refused.column_twice(refusal);
  }
}
