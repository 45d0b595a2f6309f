import type { Reading } from "./date.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { FigureSamples, ScaleSamples } from "./kit_samples_figures.tsx";
import { ButtonSamples, FieldSamples } from "./kit_samples_forms.tsx";
import { ListSamples } from "./kit_samples_lists.tsx";
import { PadSamples } from "./kit_samples_pad.tsx";
import { RecordSamples } from "./kit_samples_records.tsx";
import { RowSamples, TroubleSamples } from "./kit_samples_words.tsx";
import { Page, type Shell, type Theme } from "./layout.tsx";
import { Head } from "./sheet.tsx";

/** What the samples need; `mark` keeps ids apart between the two themes. */
export interface SampleProps {
  mark: Theme;
  reading: Reading;
}

const both: Theme[] = ["light", "dark"];

/** Every component in every state, in both themes, for whoever composes or changes them. */
export function KitPage({ reading, ...shell }: Shell & { reading: Reading }) {
  const t = kitPageWords(reading.lang);
  return (
    <Page {...shell} title={t.title} scripts={["pad.js"]} tabbar={false}>
      <Head title={t.title} sub={t.sub} />
      <div class="stack">
        {both.map((mark) => (
          <div data-theme={mark} class="samples">
            <FigureSamples mark={mark} reading={reading} />
            <ScaleSamples mark={mark} reading={reading} />
            <ButtonSamples mark={mark} reading={reading} />
            <FieldSamples mark={mark} reading={reading} />
            <ListSamples mark={mark} reading={reading} />
            <PadSamples mark={mark} reading={reading} />
            <RowSamples mark={mark} reading={reading} />
            <RecordSamples mark={mark} reading={reading} />
            <TroubleSamples mark={mark} reading={reading} />
          </div>
        ))}
      </div>
    </Page>
  );
}
