import { t } from "i18next";
import { expect, test } from "vitest";
import { speak } from "../words";
import { faultOf, faultsOf } from "./input";

speak("pt");

const level = { type: "integer", minimum: 0, maximum: 100, unit: "%" } as const;

test("a number beyond its limits, between its steps, or none at all is told in a sentence", () => {
  expect(faultOf(level, 101, t)).toBe("no máximo 100 %");
  expect(faultOf(level, 1.5, t)).toBe("deve ser um número inteiro");
  expect(faultOf(level, Number.NaN, t)).toBe("deve ser um número");
  expect(faultOf({ type: "number", multipleOf: 0.5 }, 22.3, t)).toBe("em passos de 0,5");
  expect(faultOf({ type: "number", multipleOf: 0.1 }, 0.3, t)).toBeNull();
  expect(faultOf({ type: "number", exclusiveMinimum: 0 }, 0, t)).toBe("mais que 0");
  expect(faultOf(level, 100, t)).toBeNull();
});

test("a choice is one of those that are offered, said by their titles", () => {
  const mode = {
    oneOf: [
      { const: 1, titles: { pt: "frio" } },
      { const: 2, titles: { pt: "calor" } },
    ],
  };
  expect(faultOf(mode, 3, t)).toBe("um de: frio, calor");
  expect(faultOf(mode, 2, t)).toBeNull();
  expect(faultOf(mode, undefined, t)).toBe("falta um valor");
});

test("of a structure each fault stands at its field; what may be left out may be", () => {
  const schema = {
    type: "object",
    required: ["level"],
    properties: { level, name: { type: "string" }, at: { type: "object", properties: { hour: level } } },
  } as const;
  const asked = { ...schema, required: [...schema.required] };
  expect(faultsOf(asked, { level: 500, at: { hour: -1 } }, t)).toEqual({
    "/level": "no máximo 100 %",
    "/at/hour": "no mínimo 0 %",
  });
  expect(faultsOf(asked, {}, t)).toEqual({ "/level": "deve ser um número" });
  expect(faultsOf(asked, { level: 1 }, t)).toEqual({});
});
