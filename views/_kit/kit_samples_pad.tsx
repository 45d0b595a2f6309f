import type { SampleProps } from "./kit_page.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { Money } from "./money.tsx";
import { Pad, PadForm, PadKeys } from "./pad.tsx";
import { paths } from "./paths.ts";
import { Sheet } from "./sheet.tsx";

export function PadSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const line = {
    name: t.product,
    spec: t.spec,
    unit: t.cases,
    price: <Money minor={2640} />,
    stock: t.inStock,
    promotion: t.rule,
  };
  return (
    <Sheet title={t.pad}>
      <PadForm id={`pad-${mark}`} preview={paths.kit()}>
        <Pad
          id={`pad-${mark}`}
          heads={t.padHeads}
          lang={reading.lang}
          lines={[
            {
              ...line,
              id: `${mark}-1`,
              code: "QY-0550-24",
              quantity: 120,
              amount: <Money minor={316800} />,
            },
            {
              ...line,
              id: `${mark}-2`,
              code: "QY-0300-12",
              quantity: 25,
              multiple: 6,
              amount: <span class="qq">{t.uncounted}</span>,
              tone: "err",
              errorId: `layer-${mark}`,
              message: (
                <>
                  <span id={`layer-${mark}`}>{t.layer}</span>
                  <button type="submit" class="link" name="set" value="2:24">{t.fix}</button>
                </>
              ),
            },
          ]}
        />
      </PadForm>
      <PadKeys lang={reading.lang} />
    </Sheet>
  );
}
