import { useTranslation } from "react-i18next";
import { known } from "../lab/lab";
import { type Schema, valueText } from "../things/describe";
import { hueOf, wordsOf } from "./bands";
import { momentText, stepText } from "./clock";
import type { Stretch } from "./range";
import type { Series, Words } from "./series";

export function Empty() {
  const { t } = useTranslation("history");
  return (
    <div className="plot-over">
      <p>{t("empty")}</p>
      <p className="quiet small">{t("emptyNext")}</p>
    </div>
  );
}

/** From when to when, how coarse, and what the hands can do. */
export function Note({
  series,
  shown,
  past,
  table,
}: {
  series: Series | null;
  shown: Stretch;
  past: boolean;
  table: boolean;
}) {
  const { t } = useTranslation("history");
  const zone = known(k => k.lab?.timeZone ?? "UTC");
  const moment = (time: number) => momentText(time, shown.to - shown.from, zone);
  return (
    <div className="history-note quiet small">
      <p>
        {t("from", { from: moment(shown.from), to: moment(shown.to) })}
        {past && <span className="tag past">{t("instant")}</span>}
      </p>
      {series?.kind === "numbers" && series.step !== null && <p>{t("grain", { step: stepText(series.step) })}</p>}
      {series?.kind === "words" && series.more && <p>{t("more")}</p>}
      {!table && (
        <p>
          <span className="fine">{t("hint")}</span>
          <span className="coarse">{t("hintTouch")}</span>
        </p>
      )}
    </div>
  );
}

export function Legend({ words, schema }: { words: Words; schema: Schema | undefined }) {
  const seen = new Set(words.changes.map(c => c.value));
  return (
    <ul className="legend small">
      {wordsOf(words, schema).map((word, n) =>
        seen.has(word) ? (
          <li key={String(word)}>
            <span style={{ background: hueOf(n) }} aria-hidden="true" />
            {valueText(word, schema)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
