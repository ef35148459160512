import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

const usual = 60;
const full = 92;
const least = 25;

interface Props {
  label: string;
  close: () => void;
  children: ReactNode;
}

/** At the side on a laptop; from below on a phone, where it is drawn up and down by its handle. Esc closes it. */
export function Sheet({ label, close, children }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(usual);
  useFocus(sheet);
  useEscape(sheet, close);
  return (
    <aside
      ref={sheet}
      className="panel"
      aria-label={label}
      tabIndex={-1}
      style={{ "--sheet": `${height}dvh` } as React.CSSProperties}
    >
      <Handle height={height} set={setHeight} close={close} />
      <div className="panel-inside">{children}</div>
    </aside>
  );
}

/** Opened by key, it takes the focus; what had it gets it back, when it is still there. */
function useFocus(sheet: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const before = document.activeElement;
    if (before instanceof HTMLElement && before !== document.body && before.matches(":focus-visible"))
      sheet.current?.focus();
    return () => {
      const now = document.activeElement;
      const free = !now || now === document.body || sheet.current?.contains(now);
      if (free && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [sheet]);
}

function useEscape(sheet: React.RefObject<HTMLElement | null>, close: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      // Another sheet that has the focus is closed by its own.
      const within = document.activeElement?.closest("aside");
      if (!within || within === sheet.current) close();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}

function Handle({ height, set, close }: { height: number; set: (height: number) => void; close: () => void }) {
  const { t } = useTranslation("panel");
  const grip = useRef<{ y: number; height: number; moved: boolean } | null>(null);
  const move = (event: React.PointerEvent) => {
    const held = grip.current;
    if (!held) return;
    const by = held.y - event.clientY;
    if (Math.abs(by) > 4) held.moved = true;
    if (held.moved) set(Math.min(full, Math.max(10, held.height + (by / innerHeight) * 100)));
  };
  const end = () => {
    if (!grip.current?.moved) return;
    if (height < least) close();
    else set(height > (usual + full) / 2 ? full : Math.max(35, height));
  };
  return (
    <button
      type="button"
      className="panel-handle"
      aria-label={t(height >= full ? "shrink" : "grow")}
      onPointerDown={e => {
        e.currentTarget.setPointerCapture(e.pointerId);
        grip.current = { y: e.clientY, height, moved: false };
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={() => {
        // The click that ends a drag is none.
        if (!grip.current?.moved) set(height >= full ? usual : full);
        grip.current = null;
      }}
    >
      <span aria-hidden="true" />
    </button>
  );
}
