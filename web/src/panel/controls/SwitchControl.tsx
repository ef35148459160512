import { useTranslation } from "react-i18next";
import { valueText } from "../../things/describe";
import type { ControlProps } from "./Control";

/** The knob stands where the device says; where it was asked to go is an outline until it says so. */
export function SwitchControl({ schema, label, reported, wish, disabled, send }: ControlProps) {
  const { t } = useTranslation("panel");
  const on = reported === true;
  const waiting = wish?.waiting === true;
  return (
    <button
      type="button"
      role="switch"
      className={`pswitch${reported === undefined ? " unknown" : ""}`}
      aria-checked={on}
      aria-busy={waiting}
      aria-label={label}
      disabled={disabled}
      onClick={() => {
        if (!waiting) send(!on);
      }}
    >
      <span className="pswitch-track" aria-hidden="true">
        {wish && wish.value !== reported && <span className={`pswitch-ghost${wish.value === true ? " on" : ""}`} />}
        <span className="pswitch-knob" />
      </span>
      <span>{reported === undefined ? t("unknown") : valueText(reported, schema)}</span>
    </button>
  );
}
