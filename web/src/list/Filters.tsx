import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, useParam } from "../app/address";
import { useThings } from "../lab/lab";
import { kindOf, nowhere, roomOf, roomTitle } from "../lab/rooms";
import { kindTitle } from "../look/kinds";

interface Props {
  text: string;
  onText: (text: string) => void;
  shown: number;
}

export function Filters({ text, onText, shown }: Props) {
  const { t } = useTranslation("list");
  const things = useThings();
  const away = useParam("away") !== null;
  const [rooms, kinds] = useMemo(() => {
    const all = [...things.values()];
    return [[...new Set(all.map(one => roomOf(one)))], [...new Set(all.map(one => kindOf(one)))]];
  }, [things]);
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
      <Choice name="room" all={t("everyRoom")} options={rooms.map(r => [r, roomTitle(r) ?? t("noRoom")])} />
      <Choice name="kind" all={t("everyKind")} options={kinds.map(k => [k, kindTitle(k)])} />
      <label className="filters-check">
        <input type="checkbox" checked={away} onChange={() => go({ away: away ? null : "1" }, { replace: true })} />
        {t("onlyAway")}
      </label>
      <p className="quiet small" role="status">
        {shown === things.size ? t("count", { count: shown }) : t("countOf", { shown, count: things.size })}
      </p>
    </search>
  );
}

// The room of what is in none has an empty name, and an empty choice means all.
const none = "~";

function Choice({ name, all, options }: { name: "room" | "kind"; all: string; options: [string, string][] }) {
  const { t } = useTranslation("list");
  const value = useParam(name);
  if (options.length < 2 && value === null) return null;
  const choose = (chosen: string) =>
    go({ [name]: chosen === "" ? null : chosen === none ? nowhere : chosen }, { replace: true });
  return (
    <select
      className="field"
      aria-label={t(name)}
      value={value === null ? "" : value || none}
      onChange={e => choose(e.target.value)}
    >
      <option value="">{all}</option>
      {options.map(([option, title]) => (
        <option key={option} value={option || none}>
          {title}
        </option>
      ))}
    </select>
  );
}
