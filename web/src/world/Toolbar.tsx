import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { known } from "../lab/lab";
import { Icon } from "../look/Icon";
import { titleOf } from "../things/describe";
import { byRoom } from "./byRoom";
import type { Layout } from "./layout";
import { flyTo, setMode, view } from "./view";

/** Home, on foot or from above, and where to go. */
export function Toolbar({ layout }: { layout: Layout }) {
  const { t } = useTranslation("world");
  const walking = view(v => v.mode === "walk");
  return (
    <div className="world-tools">
      <button type="button" className="button" onClick={home} title={t("home")}>
        <Icon name="home" />
        <span>{t("home")}</span>
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={walking}
        onClick={event => {
          setMode(walking ? "orbit" : "walk");
          // The keys are for walking now, not for this button.
          event.currentTarget.blur();
        }}
        title={t(walking ? "orbit" : "walk")}
      >
        <Icon name={walking ? "above" : "walk"} />
        <span>{t(walking ? "orbit" : "walk")}</span>
      </button>
      <GoTo layout={layout} />
    </div>
  );
}

function home() {
  setMode("orbit");
  flyTo({});
}

function GoTo({ layout }: { layout: Layout }) {
  const { t } = useTranslation("world");
  const things = known(k => k.things);
  const list = useRef<HTMLDetailsElement>(null);
  const go = (where: { thing?: string; room?: string }) => {
    flyTo(where);
    if (list.current) list.current.open = false;
  };
  return (
    <details
      className="world-go"
      ref={list}
      data-keys
      onKeyDown={event => {
        if (event.key === "Escape" && list.current?.open) {
          list.current.open = false;
          event.stopPropagation();
        }
      }}
    >
      <summary className="button" title={t("goTo")}>
        <Icon name="pin" />
        <span>{t("goTo")}</span>
      </summary>
      <div className="world-menu card">
        <h3>{t("rooms")}</h3>
        <ul>
          {layout.rooms.map(({ id, room }) => (
            <li key={id}>
              <button type="button" onClick={() => go({ room: id })}>
                {titleOf(room, id)}
              </button>
            </li>
          ))}
        </ul>
        {byRoom(layout).map(({ room, things: ids }) => (
          <section key={room?.id ?? ""}>
            <h3>{room ? titleOf(room.room, room.id) : t("things")}</h3>
            <ul>
              {ids.map(id => (
                <li key={id}>
                  <button type="button" onClick={() => go({ thing: id })}>
                    {titleOf(things.get(id), id)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
