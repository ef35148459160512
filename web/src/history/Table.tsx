import { useTranslation } from "react-i18next";
import { known } from "../lab/lab";
import { type Schema, valueText } from "../things/describe";
import { momentText } from "./clock";
import type { Stretch } from "./range";
import { figureText, type Numbers, type Series, type Words } from "./series";

const most = 500;

interface Props {
  series: Series;
  schema: Schema | undefined;
  what: string;
  shown: Stretch;
}

/** The figures of the chart, newest first. */
export function Table({ series, schema, what, shown }: Props) {
  const { t } = useTranslation("history");
  const zone = known(k => k.lab?.timeZone ?? "UTC");
  const moment = (time: number) => momentText(time, shown.to - shown.from, zone);
  const all = series.kind === "words" ? series.changes.length : series.points.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that
    <section className="history-table" tabIndex={0} aria-label={t("title", { what })}>
      <table>
        <caption className="quiet">{schema?.unit ? `${what}, ${schema.unit}` : what}</caption>
        {series.kind === "words" ? (
          <WordRows series={series} {...{ schema, moment }} />
        ) : (
          <NumberRows series={series} {...{ schema, moment }} />
        )}
      </table>
      {all === 0 && <p className="quiet">{t("empty")}</p>}
      {all > most && <p className="quiet small">{t("shown", { shown: most, all })}</p>}
    </section>
  );
}

interface Rows<T> {
  series: T;
  schema: Schema | undefined;
  moment: (time: number) => string;
}

function WordRows({ series, schema, moment }: Rows<Words>) {
  const { t } = useTranslation("history");
  return (
    <>
      <Heads words={[t("time"), t("value")]} />
      <tbody>
        {series.changes
          .slice(-most)
          .reverse()
          .map(({ time, value }) => (
            <tr key={time}>
              <th scope="row">{moment(time)}</th>
              <td>{valueText(value, schema)}</td>
            </tr>
          ))}
      </tbody>
    </>
  );
}

function NumberRows({ series, schema, moment }: Rows<Numbers>) {
  const { t } = useTranslation("history");
  const each = series.step === null;
  // The unit stands above.
  const { unit: _, ...bare } = schema ?? {};
  const heads = each ? [t("time"), t("value")] : [t("time"), t("least"), t("mean"), t("most"), t("count")];
  return (
    <>
      <Heads words={heads} />
      <tbody>
        {series.points
          .slice(-most)
          .reverse()
          .map(p => (
            <tr key={`${p.time} ${p.count}`}>
              <th scope="row">{moment(p.time)}</th>
              {(each ? [p.last] : [p.min, p.mean, p.max]).map((n, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have their places
                <td key={at}>{figureText(n, bare)}</td>
              ))}
              {!each && <td>{p.count}</td>}
            </tr>
          ))}
      </tbody>
    </>
  );
}

const Heads = ({ words }: { words: string[] }) => (
  <thead>
    <tr>
      {words.map(word => (
        <th key={word} scope="col">
          {word}
        </th>
      ))}
    </tr>
  </thead>
);
