import { type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { coarse } from "./machine";
import { view } from "./view";

const radius = 44;

/** For the thumb: walks where it is dragged to. Shown while walking where there is no mouse. */
export function Stick() {
  const { t } = useTranslation("world");
  const walking = view(v => v.mode === "walk");
  const [knob, setKnob] = useState<[number, number]>([0, 0]);
  const from = useRef<[number, number] | null>(null);
  if (!walking || !coarse()) return null;
  const steer = (x: number, y: number) => {
    const far = Math.max(1, Math.hypot(x, y) / radius);
    setKnob([x / far, y / far]);
    view.setState({ stick: [x / far / radius, -y / far / radius] });
  };
  const end = () => {
    from.current = null;
    steer(0, 0);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const frame = event.currentTarget.getBoundingClientRect();
      from.current = [frame.left + frame.width / 2, frame.top + frame.height / 2];
      event.currentTarget.setPointerCapture(event.pointerId);
      steer(event.clientX - from.current[0], event.clientY - from.current[1]);
      event.stopPropagation();
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current) steer(event.clientX - from.current[0], event.clientY - from.current[1]);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return (
    <div className="world-stick" role="img" aria-label={t("stick")} {...handlers}>
      <i style={{ transform: `translate(${knob[0]}px, ${knob[1]}px)` }} />
    </div>
  );
}
