import { t as say } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Me, who } from "../api/who";
import { hrefOf } from "../app/address";
import { toast } from "../app/toasts";
import { onOpen } from "../live/link";
import { Icon } from "../look/Icon";
import { Field } from "./Door";
import { changePassword, meet, signOut } from "./me";

/** Who one is here, and the way out; the administrator's way to who else may come in. */
export function Account() {
  const { t } = useTranslation("access");
  const me = who(w => w.me);
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void meet();
    // Another server, or one that knows another role, may have come back.
    return onOpen(() => void meet());
  }, []);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("keydown", leave);
    };
  }, [open]);
  if (!me) return null;
  return (
    <div ref={place} className="account">
      <button
        type="button"
        className="button plain icon"
        aria-expanded={open}
        aria-label={t("account", { name: nameOf(me) })}
        title={nameOf(me)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="people" />
      </button>
      {open && <Menu me={me} close={() => setOpen(false)} />}
    </div>
  );
}

const nameOf = (me: Me) => (me.kind === "machine" ? say("access:here") : me.name);

function Menu({ me, close }: { me: Me; close: () => void }) {
  const { t } = useTranslation("access");
  const [changing, setChanging] = useState(false);
  return (
    <div className="account-menu card stack">
      <p>
        <strong>{nameOf(me)}</strong>
        <br />
        <span className="quiet small">{t(`role.${me.role}`)}</span>
        {me.rooms.length + me.things.length > 0 && (
          <span className="quiet small"> · {t("only", { what: [...me.rooms, ...me.things].join(", ") })}</span>
        )}
      </p>
      {me.role === "admin" && (
        <a className="button" href={hrefOf({ tab: null }, "/access")} onClick={close}>
          {t("manage")}
        </a>
      )}
      {me.kind === "account" && (
        <>
          <button type="button" className="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t("changePassword")}
          </button>
          {changing && <PasswordForm done={close} />}
          <button type="button" className="button" onClick={() => void signOut()}>
            {t("signOut")}
          </button>
        </>
      )}
    </div>
  );
}

function PasswordForm({ done }: { done: () => void }) {
  const { t } = useTranslation("access");
  const [[old, next], set] = useState(["", ""]);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    try {
      await changePassword(old, next);
      toast({ tone: "good", text: t("passwordChanged") });
      done();
    } catch (why) {
      setFault((why as Error).message);
    }
  };
  return (
    <form className="stack" onSubmit={e => void submit(e)}>
      <Field
        label={t("oldPassword")}
        type="password"
        complete="current-password"
        value={old}
        set={v => set([v, next])}
      />
      <Field label={t("newPassword")} type="password" complete="new-password" value={next} set={v => set([old, v])} />
      {fault && (
        <p className="access-fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="button primary" disabled={old === "" || next.length < 12}>
        {t("save")}
      </button>
    </form>
  );
}
