import { useEffect, useRef } from "react";
import { numberText, type Schema } from "../../things/describe";
import { stepOf } from "../../things/input";
import type { useSettled } from "../useSettled";
import type { Wish } from "../wish";

interface Props {
  schema: Schema;
  label: string;
  reported: number | null;
  wish: Wish | null;
  disabled: boolean;
  slid: ReturnType<typeof useSettled<number>>;
}

/** While it is dragged nothing is sent; when it is let go it goes back to what is reported, and a mark shows what was asked. */
export function Slider({ schema, label, reported, wish, disabled, slid }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const held = useRef(false);
  const { minimum = 0, maximum = 100 } = schema;
  const value = slid.draft?.value ?? reported ?? minimum;
  const { settle, settleSoon } = slid;
  useEffect(() => {
    const slider = input.current;
    // React's onChange comes with each step; the element's own when it is let go, or a key was pressed.
    const changed = () => (held.current ? settle() : settleSoon());
    slider?.addEventListener("change", changed);
    return () => slider?.removeEventListener("change", changed);
  });
  const share = (of: number) => Math.min(1, Math.max(0, (of - minimum) / (maximum - minimum)));
  const ghost = typeof wish?.value === "number" && wish.value !== reported ? wish.value : null;
  return (
    <div className="slider" style={{ "--share": share(value) } as React.CSSProperties}>
      <input
        ref={input}
        type="range"
        className={reported === null && !slid.draft ? "unknown" : ""}
        min={minimum}
        max={maximum}
        step={stepOf(schema)}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={numberText(value, schema)}
        aria-busy={wish?.waiting === true}
        onPointerDown={() => {
          held.current = true;
        }}
        onKeyDown={() => {
          held.current = false;
        }}
        onChange={e => slid.change(e.target.valueAsNumber)}
        onBlur={() => slid.draft && settle()}
      />
      {slid.draft && <output className="slider-bubble">{numberText(value, schema)}</output>}
      {ghost !== null && (
        <span className="slider-ghost" aria-hidden="true" style={{ "--share": share(ghost) } as React.CSSProperties} />
      )}
    </div>
  );
}
