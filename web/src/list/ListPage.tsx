import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, useParam } from "../app/address";
import { Blank } from "../app/Blank";
import { useThings } from "../lab/lab";
import { byRoom } from "../lab/rooms";
import { isAway, useIdsWhere } from "../live/useFromTwins";
import { Filters } from "./Filters";
import { fits, wordsOf } from "./find";
import { RoomSection } from "./RoomSection";
import { TurnOffAll } from "./TurnOffAll";
import "./list.css";

/** Everything in the 3D view, as rows: for screen readers, small machines, and whoever likes lists. */
export default function ListPage() {
  const { t, i18n } = useTranslation("list");
  const things = useThings();
  const [text, setText] = useState("");
  const words = useDeferredValue(text);
  const [room, kind, away] = [useParam("room"), useParam("kind"), useParam("away") !== null];
  // Titles are the language's: another one, another order and other words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const all = useMemo(() => [...things.values()].map(t => ({ thing: t, words: wordsOf(t) })), [things, i18n.language]);
  const found = useMemo(
    () => all.filter(one => fits(one.thing, one.words, { words, room, kind })).map(one => one.thing),
    [all, words, room, kind],
  );
  const gone = useIdsWhere(away ? found.map(f => f.id) : [], isAway);
  const shown = away ? found.filter(f => gone.includes(f.id)) : found;
  if (things.size === 0) return <Blank what="noThings" />;
  const clear = () => {
    setText("");
    go({ room: null, kind: null, away: null });
  };
  return (
    <div className="page list">
      <header className="list-head">
        <h2>{t("title")}</h2>
        <TurnOffAll ids={[...things.keys()]} />
      </header>
      <Filters text={text} onText={setText} shown={shown.length} />
      {shown.length === 0 && <Nothing away={away && found.length > 0} onClear={clear} />}
      {byRoom(shown).map(one => (
        <RoomSection key={one.room} room={one.room} things={one.things} />
      ))}
    </div>
  );
}

function Nothing({ away, onClear }: { away: boolean; onClear: () => void }) {
  const { t } = useTranslation("list");
  return (
    <div className="list-none card">
      <p>{t(away ? "allAnswer" : "noneFound")}</p>
      <button type="button" className="button" onClick={onClear}>
        {t("showAll")}
      </button>
    </div>
  );
}
