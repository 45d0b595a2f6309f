import { BarChart, LineChart } from "./chart.tsx";
import { date, promise } from "./date.tsx";
import { GapScale } from "./gap_scale.tsx";
import type { SampleProps } from "./kit_page.tsx";
import { kitPageWords } from "./kit_page_text.ts";
import { Meter, Ticks } from "./meter.tsx";
import { Money, money } from "./money.tsx";
import { count, percent, quantity } from "./number.tsx";
import { In, Sheet } from "./sheet.tsx";
import { type Stage, Status, Tag } from "./status.tsx";
import { Steps } from "./steps.tsx";
import { Facts, Sum } from "./sum.tsx";
import { kitWords } from "./text.ts";

const stages: Stage[] = ["p0", "p1", "p2", "p3", "p4", "hold", "stop", "void"];

export function FigureSamples({ reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  return (
    <Sheet title={t.figures} aside={promise(reading.now, reading)}>
      <In>
        <p class="swatches">
          {stages.map((stage, at) => <Status stage={stage}>{t.status[at]}</Status>)}
          <Tag>{t.rule}</Tag>
        </p>
      </In>
      <In>
        <p class="big">{money(804140, { mark: true })}</p>
        <Sum
          lines={[
            { label: t.goods, value: <Money minor={850140} /> },
            { label: t.discount, value: <Money minor={-6000} /> },
          ]}
          total={{ label: t.payable, value: <Money minor={804140} mark /> }}
          after={[{ label: t.tax, value: <Money minor={92512} /> }]}
        />
      </In>
      <In>
        <Facts
          facts={[
            { label: t.used, value: percent(7340) },
            { label: t.limit, value: quantity(1240, t.cases) },
            { label: t.placed, value: date("2027-01-03", reading) },
          ]}
        />
      </In>
    </Sheet>
  );
}

export function ScaleSamples({ mark, reading }: SampleProps) {
  const t = kitPageWords(reading.lang);
  const points = t.months.map((label, at) => ({ label, value: [42, 55, 48, 61, 70, -8][at]! }));
  const chart = { caption: t.chart, points, format: count, lang: reading.lang };
  return (
    <Sheet label={`${t.limit} ${mark}`}>
      <In>
        <Meter had={14682000} adds={804140} whole={20000000} label={t.meter} />
        <br />
        <Meter had={98} adds={8} whole={100} label={t.over} />
        <p class="note">
          <Ticks done={17} all={20} label={kitWords(reading.lang).ticks(17, 20, t.cases)} />
        </p>
      </In>
      <In>
        <GapScale
          bound={{ label: t.bound, value: 40510 }}
          pick={{ label: t.rivals[0]!, value: 41260 }}
          rivals={[{ label: t.rivals[1]!, value: 41900 }, { label: t.rivals[2]!, value: 51800 }]}
          format={(value) => money(value)}
          text={t.scale}
        />
      </In>
      <Steps
        label={kitWords(reading.lang).progress}
        steps={t.steps.map((label, at) => ({
          label,
          note: t.stepNotes[at],
          state: at < 2 ? "done" : at === 2 ? "now" : "todo",
        }))}
      />
      <BarChart {...chart} current={t.months[4]} />
      <LineChart {...chart} before={[40, 44, 47, 50, 52, 55]} />
    </Sheet>
  );
}
