import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { faultOf } from "../../things/input";
import type { ControlProps } from "./Control";

export function TextControl({ schema, label, reported, disabled, send }: ControlProps) {
  const { t } = useTranslation("panel");
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const fault = text === null ? null : faultOf(schema, text, t);
  // Esc gives up what was typed; the panel stays.
  const giveUp = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || text === null) return;
    event.preventDefault();
    setText(null);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text === null || fault) return;
    send(text);
    setText(null);
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="pnumber-row">
        <input
          className="field grow"
          aria-label={label}
          aria-describedby={id}
          aria-invalid={fault !== null}
          disabled={disabled}
          value={text ?? (typeof reported === "string" ? reported : "")}
          onChange={e => setText(e.target.value)}
          onKeyDown={giveUp}
        />
        {text !== null && (
          <button type="submit" className="button primary" disabled={disabled || fault !== null}>
            {t("set")}
          </button>
        )}
      </div>
      <p id={id} className="fault" role={fault ? "alert" : undefined}>
        {fault}
      </p>
    </form>
  );
}
