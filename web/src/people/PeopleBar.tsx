import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { known } from "../lab/lab";
import { Icon } from "../look/Icon";
import { useIsPast } from "../past/PastProvider";
import { titleOf } from "../things/describe";
import { crowd } from "./crowd";
import { NameForm } from "./NameForm";
import { colorOf, myName } from "./name";
import "./people.css";

/** Who else is in the room: a button with how many, and a card with their names and one's own. */
export default function PeopleBar() {
  const { t } = useTranslation("people");
  const past = useIsPast();
  const { room, role, others } = crowd();
  const { given } = myName();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const first = others[0]?.name;
  // A name matters from when there is somebody to see it.
  const asks = given && !asked && first !== undefined;
  if (past || room === null) return null;
  const close = () => {
    setOpen(false);
    setAsked(true);
    button.current?.focus();
  };
  const many = others.length + (role === "person" ? 1 : 0);
  return (
    <div className="people">
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open || asks}
        aria-label={`${t("people")}: ${t("count", { count: many })}`}
        onClick={() => (open || asks ? close() : setOpen(true))}
      >
        <Icon name="people" />
        <span>{many}</span>
        {role === "observer" && <span className="tag wait">{t("observing")}</span>}
      </button>
      {(open || asks) && <Card asks={asks && !open ? first : undefined} close={close} />}
    </div>
  );
}

function Card({ asks, close }: { asks: string | undefined; close: () => void }) {
  const { t } = useTranslation("people");
  const { room, role, cap, others } = crowd();
  const rooms = known(k => k.lab?.scene?.rooms);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const hear = (e: KeyboardEvent) => e.key === "Escape" && close();
    const element = card.current;
    element?.addEventListener("keydown", hear);
    return () => element?.removeEventListener("keydown", hear);
  });
  return (
    <section ref={card} className="card people-card" aria-label={t("here")}>
      {asks ? (
        <p role="status">{t("ask", { name: asks })}</p>
      ) : (
        <>
          <h2>{t("inRoom", { room: titleOf(rooms?.[room ?? ""], room ?? "") })}</h2>
          {role === "observer" && <p className="quiet small">{t("full", { cap })}</p>}
          <Names />
          {others.length === 0 && <p className="quiet small">{t("alone")}</p>}
        </>
      )}
      <NameForm done={close} />
    </section>
  );
}

function Names() {
  const { t } = useTranslation("people");
  const { role, others } = crowd();
  const { name } = myName();
  return (
    <ul className="people-names">
      {role === "person" && (
        <li>
          <Spot name={name} /> {name} <span className="quiet">({t("you")})</span>
        </li>
      )}
      {others.map(other => (
        <li key={other.id}>
          <Spot name={other.name} /> {other.name}
        </li>
      ))}
    </ul>
  );
}

const Spot = ({ name }: { name: string }) => (
  <span className="people-spot" aria-hidden="true" style={{ background: colorOf(name) }} />
);
