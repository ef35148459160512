import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { faultOf, limitsText, numberOf } from "../../things/input";
import { locale } from "../../words";
import { useSettled } from "../useSettled";
import type { ControlProps } from "./Control";
import { Slider } from "./Slider";

const plain = (value: unknown) =>
  typeof value === "number"
    ? new Intl.NumberFormat(locale(), { useGrouping: false, maximumFractionDigits: 6 }).format(value)
    : "";

/** A slider where the range is known, and a field for the exact number. */
export function NumberControl({ schema, label, reported, wish, disabled, send }: ControlProps) {
  const { t } = useTranslation("panel");
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const slid = useSettled<number>(send);
  const fault = text === null ? null : faultOf(schema, numberOf(text), t);
  // Esc gives up what was typed; the panel stays.
  const giveUp = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || text === null) return;
    event.preventDefault();
    setText(null);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text === null || fault) return;
    send(numberOf(text));
    setText(null);
  };
  const limits = limitsText(schema, t);
  return (
    <form className="pnumber" onSubmit={submit} noValidate>
      {schema.minimum !== undefined && schema.maximum !== undefined && (
        <Slider
          {...{ schema, label, wish, disabled, slid }}
          reported={typeof reported === "number" ? reported : null}
        />
      )}
      <div className="pnumber-row">
        <input
          className="field"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t("exact", { what: label })}
          aria-describedby={`${id}-limits`}
          aria-invalid={fault !== null}
          disabled={disabled}
          value={text ?? plain(slid.draft?.value ?? reported)}
          onChange={e => setText(e.target.value)}
          onKeyDown={giveUp}
        />
        {schema.unit && <span className="quiet">{schema.unit}</span>}
        {text !== null && (
          <button type="submit" className="button primary" disabled={disabled || fault !== null}>
            {t("set")}
          </button>
        )}
      </div>
      <p id={`${id}-limits`} className={fault ? "fault" : "quiet small"} role={fault ? "alert" : undefined}>
        {fault ?? limits}
      </p>
    </form>
  );
}
