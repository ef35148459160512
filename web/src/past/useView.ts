import { useEffect, useMemo, useState } from "react";
import { pastLab } from "./pastLab";
import { serverNow } from "./source";
import { type View, viewOf, type Zoom, zoomFor } from "./view";

const refresh = 30_000;

/** What the slider spans. It stays as it is until the zoom changes or the instant leaves it; its end keeps up with now. */
export function useView(): { zoom: Zoom; setZoom: (zoom: Zoom) => void; view: View } {
  const at = pastLab(s => s.at);
  const oldest = pastLab(s => s.oldest);
  const [chosen, setZoom] = useState<Zoom | null>(null);
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const ticking = setInterval(() => setNow(serverNow()), refresh);
    return () => clearInterval(ticking);
  }, []);
  const zoom = chosen ?? (at === 0 ? "hour" : zoomFor(at, now));
  const [anchor, setAnchor] = useState(at);
  const first = oldest ?? now - 3_600_000;
  const view = useMemo(() => viewOf(zoom, anchor || now, first, now), [zoom, anchor, first, now]);
  const outside = at !== 0 && at >= first && (at < view.from || at > view.to + refresh);
  useEffect(() => {
    if (outside) setAnchor(at);
  }, [outside, at]);
  const choose = (next: Zoom) => {
    setAnchor(at);
    setNow(serverNow());
    setZoom(next);
  };
  return { zoom, setZoom: choose, view };
}
