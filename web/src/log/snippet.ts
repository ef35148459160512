/** A Thing Description for a topic that nobody claims, guessed from what was said on it: a beginning to correct, not a truth. */
export function describeTopic(topic: string, payload: string): object {
  const whole = parsed(payload);
  const leaves = isObject(whole) ? leavesOf(whole) : [];
  const id = slug(topic) || "thing";
  const properties = Object.fromEntries(
    leaves.length > 0
      ? leaves.map(([pointer, value]) => [nameOf(pointer), property(topic, value, pointer)])
      : [["value", property(topic, textValue(payload, whole), null)]],
  );
  return {
    "@context": [
      "https://www.w3.org/2022/wot/td/v1.1",
      { gemeo: "urn:gemeo:vocabulary#", mqv: "https://www.w3.org/2019/wot/mqtt#" },
    ],
    id,
    title: titleOf(topic),
    securityDefinitions: { nosec: { scheme: "nosec" } },
    security: "nosec",
    base: "mqtt://127.0.0.1:1883/",
    "gemeo:kind": "sensor",
    properties,
  };
}

const most = 20;

function property(topic: string, value: unknown, pointer: string | null): object {
  const name = pointer === null ? topic : pointer;
  const schema =
    typeof value === "boolean"
      ? { type: "boolean" }
      : typeof value === "number"
        ? numeric(name)
        : { type: typeOf(value) };
  const form = {
    ...(/[?#+\s%]/.test(topic) ? { href: "", "mqv:topic": topic } : { href: topic }),
    op: ["readproperty", "observeproperty"],
    ...(pointer === null
      ? { contentType: isObject(value) ? "application/json" : "text/plain" }
      : { "gemeo:pointer": pointer }),
  };
  return { title: titleOf(name), ...schema, readOnly: true, forms: [form] };
}

const typeOf = (value: unknown) => (isObject(value) ? "object" : "string");

// Units that a name gives away; whoever copies corrects them.
const units: [RegExp, string][] = [
  [/temp/i, "°C"],
  [/hum|umid/i, "%"],
  [/co2|carbon/i, "ppm"],
  [/power|potenc/i, "W"],
  [/energ|total|kwh/i, "kWh"],
  [/volt|tensao/i, "V"],
  [/current|corrente/i, "A"],
  [/batter|bateria|bright|brilho/i, "%"],
];

function numeric(name: string): object {
  const unit = units.find(([pattern]) => pattern.test(name.split("/").at(-1) ?? ""))?.[1];
  return unit ? { type: "number", unit } : { type: "number" };
}

function leavesOf(value: object, at = ""): [string, unknown][] {
  return Object.entries(value)
    .flatMap(([name, inner]): [string, unknown][] => {
      const pointer = `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (isObject(inner)) return leavesOf(inner, pointer);
      return ["boolean", "number", "string"].includes(typeof inner) ? [[pointer, inner]] : [];
    })
    .slice(0, most);
}

function textValue(payload: string, whole: unknown): unknown {
  if (whole !== undefined && whole !== null) return whole;
  // An object that was cut is still an object.
  if (/^\s*\{/.test(payload)) return {};
  return /^(on|off)$/i.test(payload.trim()) ? true : payload;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const slug = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
const nameOf = (pointer: string) => slug(pointer).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const titleOf = (path: string) => path.split("/").filter(Boolean).slice(-2).join(" ") || path;
