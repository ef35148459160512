import { useState } from "react";
import { useTranslation } from "react-i18next";
import { switchOf } from "../commands/orders";
import { timeText } from "../lab/clock";
import { useThing } from "../lab/lab";
import { roomOf, roomTitle } from "../lab/rooms";
import { useTwins } from "../live/useTwin";
import { Icon } from "../look/Icon";
import { descriptionOf, titleOf } from "../things/describe";
import { Confirm } from "./Confirm";

interface Props {
  title: string;
  on: string[];
  onYes: (chosen: string[]) => void;
  onNo: () => void;
}

/** Names what is on; each can be left out. What is on when it is asked stays listed, even when it changes meanwhile. */
export function AskTurnOff({ title, on, onYes, onNo }: Props) {
  const { t } = useTranslation("list");
  const [asked] = useState(on);
  const [left, setLeft] = useState<string[]>([]);
  const chosen = asked.filter(id => !left.includes(id));
  const toggle = (id: string) => setLeft(l => (l.includes(id) ? l.filter(other => other !== id) : [...l, id]));
  return (
    <Confirm
      title={title}
      yes={t("turnOff", { count: chosen.length })}
      ready={chosen.length > 0}
      onYes={() => onYes(chosen)}
      onNo={onNo}
    >
      <p>{t("isOn", { count: asked.length })}</p>
      <ul className="confirm-list">
        {asked.map(id => (
          <One key={id} id={id} chosen={chosen.includes(id)} onToggle={() => toggle(id)} />
        ))}
      </ul>
    </Confirm>
  );
}

function One({ id, chosen, onToggle }: { id: string; chosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation("list");
  const thing = useThing(id);
  const twin = useTwins().get(id);
  const action = thing?.actions?.[switchOf(id)?.off ?? ""];
  return (
    <li>
      <label>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span>
          {titleOf(thing, id)} <span className="quiet small">{(thing && roomTitle(roomOf(thing))) ?? ""}</span>
          {twin?.available === false && (
            <span className="confirm-note bad">{t("mayFail", { since: twin.since ? timeText(twin.since) : "?" })}</span>
          )}
          {action?.["gemeo:askFirst"] && (
            <span className="confirm-note wait">
              <Icon name="warning" size={14} /> {descriptionOf(action) ?? t("mindIt")}
            </span>
          )}
        </span>
      </label>
    </li>
  );
}
