import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, useParam } from "../app/address";
import { useThings } from "../lab/lab";
import { byRoom, roomTitle } from "../lab/rooms";
import { Icon } from "../look/Icon";
import { titleOf } from "../things/describe";

interface Props {
  text: string;
  onText: (text: string) => void;
  repeated: boolean;
  onRepeated: (repeated: boolean) => void;
  /** Null where nothing runs that could be paused. */
  paused: boolean | null;
  onPaused: (paused: boolean) => void;
}

const kinds = ["property", "action", "event", "availability", "security"];

/** The log's thing stands in a parameter of its own (`of`): opening a thing's panel is not asking for its entries only. */
export function LogFilters({ text, onText, repeated, onRepeated, paused, onPaused }: Props) {
  const { t } = useTranslation("log");
  const [thing, kind] = [useParam("of"), useParam("entry")];
  const things = useThings();
  const rooms = useMemo(() => byRoom(things.values()), [things]);
  return (
    <search className="filters">
      <input
        className="field filters-text"
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        value={text}
        onChange={e => onText(e.target.value)}
      />
      <select
        className="field"
        aria-label={t("thing")}
        value={thing ?? ""}
        onChange={e => go({ of: e.target.value || null }, { replace: true })}
      >
        <option value="">{t("everyThing")}</option>
        {rooms.map(({ room, things: inside }) => (
          <optgroup key={room} label={roomTitle(room) ?? t("noRoom")}>
            {inside.map(one => (
              <option key={one.id} value={one.id}>
                {titleOf(one, one.id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        className="field"
        aria-label={t("kind")}
        value={kind ?? ""}
        onChange={e => go({ entry: e.target.value || null }, { replace: true })}
      >
        <option value="">{t("everyEntry")}</option>
        {kinds.map(one => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </select>
      <label className="filters-check">
        <input type="checkbox" checked={repeated} onChange={e => onRepeated(e.target.checked)} />
        {t("repeatedToo")}
      </label>
      {paused !== null && (
        <button type="button" className="button" aria-pressed={paused} onClick={() => onPaused(!paused)}>
          <Icon name={paused ? "play" : "pause"} size={16} />
          {t(paused ? "goOn" : "pause")}
        </button>
      )}
    </search>
  );
}
