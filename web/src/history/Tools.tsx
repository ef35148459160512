import { useTranslation } from "react-i18next";
import { withKey } from "../api/client";
import { Icon } from "../look/Icon";
import type { RangeMoves } from "./moves";
import { type Span, type Stretch, spanNames } from "./range";
import { pathOf } from "./series";

interface View {
  big: boolean;
  table: boolean;
}

interface Props {
  thing: string;
  name: string;
  range: Span | Stretch;
  setRange: (range: Span | Stretch) => void;
  shown: Stretch;
  moves: RangeMoves;
  view: View;
  setView: (view: View) => void;
}

/** Everything that hands do on the plot, as buttons too. */
export function Tools({ thing, name, range, setRange, shown, moves, view, setView }: Props) {
  const { t } = useTranslation("history");
  return (
    <div className="history-tools">
      <fieldset className="spans" aria-label={t("range")}>
        {spanNames.map(span => (
          <button
            key={span}
            type="button"
            aria-pressed={range === span}
            aria-label={t(`spanLong.${span}`)}
            onClick={() => setRange(span)}
          >
            {t(`span.${span}`)}
          </button>
        ))}
      </fieldset>
      <div className="history-buttons">
        <Tool icon="back" say={t("back")} act={() => moves.pan(-0.5)} />
        <Tool icon="go" say={t("on")} act={() => moves.pan(0.5)} />
        <Tool icon="plus" say={t("nearer")} act={() => moves.zoom(0.5, 0.5)} />
        <Tool icon="minus" say={t("further")} act={() => moves.zoom(2, 0.5)} />
        <span className="grow" />
        <a
          className="button plain icon"
          href={withKey(`${pathOf(thing, name, shown)}&format=csv`)}
          download
          aria-label={t("csv")}
          title={t("csv")}
        >
          <Icon name="download" />
        </a>
        <Tool
          icon={view.table ? "chart" : "table"}
          say={t(view.table ? "chart" : "table")}
          act={() => setView({ ...view, table: !view.table })}
        />
        <Tool
          icon={view.big ? "shrink" : "grow"}
          say={t(view.big ? "smaller" : "bigger")}
          act={() => setView({ ...view, big: !view.big })}
          more="laptop-only"
        />
      </div>
    </div>
  );
}

function Tool({
  icon,
  say,
  act,
  more = "",
}: {
  icon: Parameters<typeof Icon>[0]["name"];
  say: string;
  act: () => void;
  more?: string;
}) {
  return (
    <button type="button" className={`button plain icon ${more}`} aria-label={say} title={say} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
