import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import { session } from "../api/session";
import { known } from "../lab/lab";
import { meet, type Setup, setUp, signIn } from "./me";
import "./access.css";

type Way = "name" | "key" | "setup";

/** The server wants to know who asks: by a name, by a key, or, the first time of all, by making the first account. */
export function Door() {
  const { t } = useTranslation("access");
  const { denied, key } = session();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [way, setWay] = useState<Way>("key");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!denied) return dialog.current?.close();
    dialog.current?.showModal();
    get<Setup>("/access/setup").then(
      said => {
        setSetup(said);
        if (!said.possible) setWay("name");
      },
      () => setSetup(null),
    );
  }, [denied]);
  const ways: Way[] = setup?.possible ? ["key", "setup"] : ["name", "key"];
  return (
    <dialog ref={dialog} className="card door stack" aria-labelledby="door-title" onCancel={e => e.preventDefault()}>
      <h2 id="door-title">{t("door.title")}</h2>
      <fieldset className="row door-ways" aria-label={t("door.ways")}>
        {ways.map(one => (
          <button
            key={one}
            type="button"
            className={`button ${one === way ? "primary" : ""}`}
            aria-pressed={one === way}
            onClick={() => setWay(one)}
          >
            {t(`door.way.${one}`)}
          </button>
        ))}
      </fieldset>
      {way === "key" ? <ByKey wrong={key !== null} /> : <ByName key={way} setup={way === "setup"} code={setup?.code} />}
    </dialog>
  );
}

function ByKey({ wrong }: { wrong: boolean }) {
  const { t } = useTranslation("access");
  const [text, setText] = useState("");
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    session.getState().enter(text.trim());
    setText("");
    void known.getState().load();
    void meet();
  };
  return (
    <form onSubmit={submit} className="stack">
      <p className="quiet">{t(wrong ? "door.keyWrong" : "door.keyWhy")}</p>
      <Field label={t("door.key")} type="password" complete="off" value={text} set={setText} />
      <button type="submit" className="button primary">
        {t("door.enter")}
      </button>
    </form>
  );
}

function ByName({ setup, code: wantsCode }: { setup: boolean; code?: boolean | undefined }) {
  const { t } = useTranslation("access");
  const [[name, password, code], set] = useState(["", "", ""]);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await (setup ? setUp(name, password, code) : signIn(name, password));
      set(["", "", ""]);
      setFault(null);
    } catch (why) {
      setFault((why as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={e => void submit(e)} className="stack">
      <p className="quiet">{t(setup ? "door.setupWhy" : "door.nameWhy")}</p>
      <Field label={t("name")} complete="username" value={name} set={v => set([v, password, code])} />
      <Field
        label={t("password")}
        type="password"
        complete={setup ? "new-password" : "current-password"}
        value={password}
        set={v => set([name, v, code])}
      />
      {setup && wantsCode && (
        <Field label={t("door.code")} complete="off" value={code} set={v => set([name, password, v])} />
      )}
      {fault && (
        <p className="access-fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="button primary" disabled={busy || name === "" || password === ""}>
        {t(setup ? "door.make" : "door.enter")}
      </button>
    </form>
  );
}

interface FieldProps {
  label: string;
  type?: string;
  complete?: string;
  value: string;
  set: (value: string) => void;
}

export function Field({ label, type = "text", complete = "off", value, set }: FieldProps) {
  return (
    <label className="stack access-label">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        autoComplete={complete}
        spellCheck={false}
        value={value}
        onChange={e => set(e.target.value)}
      />
    </label>
  );
}
