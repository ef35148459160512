import { expect, test } from "vitest";
import { suggestionsOf } from "./suggestions";

test("only what stands in the lab is suggested, and documents only where there are some", () => {
  const lab = [
    { id: "a", "gemeo:kind": "lamp" },
    { id: "b", properties: { t: { unit: "°C" } } },
    { id: "c", "gemeo:kind": "air-conditioner" },
  ];
  expect(suggestionsOf(lab, false)).toEqual(["lights", "hottest", "help"]);
  expect(suggestionsOf(lab, true)).toEqual(["lights", "hottest", "filters", "safety", "help"]);
  expect(suggestionsOf([], false)).toEqual(["help"]);
});
