import type { Thing } from "../things/describe";

/** What this lab can be asked, by what stands in it; the words are in `assistant:ask`. Questions only: none of them acts. */
export type Suggestion = "lights" | "hottest" | "filters" | "free" | "safety" | "energy" | "help";

export function suggestionsOf(things: Iterable<Thing>, documents: boolean): Suggestion[] {
  const all = [...things];
  const kind = (...kinds: string[]) => all.some(t => kinds.includes(t["gemeo:kind"] ?? ""));
  const unit = (wanted: string) => all.some(t => Object.values(t.properties ?? {}).some(p => p.unit === wanted));
  const asked: [Suggestion, boolean][] = [
    ["lights", kind("lamp", "ceiling-light")],
    ["hottest", unit("°C")],
    ["filters", documents && kind("air-conditioner")],
    ["free", kind("parking-spot")],
    ["safety", documents],
    ["energy", unit("kWh")],
    ["help", true],
  ];
  return asked.filter(([, fits]) => fits).map(([what]) => what);
}
