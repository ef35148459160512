import { expect, test } from "vitest";
import { describeTopic } from "./snippet";

type Described = {
  id: string;
  properties: Record<string, { type: string; unit?: string; forms: Record<string, unknown>[] }>;
};
const described = (topic: string, payload: string) => describeTopic(topic, payload) as Described;

test("a JSON payload becomes a property for each value, found by its pointer", () => {
  const { id, properties } = described("tele/Estufa/SENSOR", '{"SCD40":{"Temperature":22.5,"Humidity":48},"on":true}');
  expect(id).toBe("tele-estufa-sensor");
  expect(properties.scd40Temperature).toMatchObject({ type: "number", unit: "°C" });
  expect(properties.scd40Humidity?.forms[0]).toMatchObject({
    href: "tele/Estufa/SENSOR",
    "gemeo:pointer": "/SCD40/Humidity",
  });
  expect(properties.on).toMatchObject({ type: "boolean" });
});

test("a plain payload becomes one value of its own kind", () => {
  expect(described("a/temp", "22.5").properties.value).toMatchObject({ type: "number", unit: "°C" });
  expect(described("a/lamp", "ON").properties.value).toMatchObject({ type: "boolean" });
  expect(described("a/text", "1,Occupied").properties.value?.forms[0]).toMatchObject({ contentType: "text/plain" });
});

test("a payload that was cut is an object still", () => {
  expect(described("a/b", '{"a":1,"b":').properties.value).toMatchObject({ type: "object" });
});

test("a topic that is no address goes where topics go", () => {
  expect(described("a b/c", "1").properties.value?.forms[0]).toMatchObject({ "mqv:topic": "a b/c" });
});
