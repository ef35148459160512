// The lab at a glance: what every thing reports, live, and buttons for what it can do.
const pt = !navigator.language || navigator.language.startsWith("pt");
const say = (p, e) => (pt ? p : e);
const $ = id => document.getElementById(id);
const key = new URLSearchParams(location.search).get("key");
const headers = { "Accept-Language": pt ? "pt-BR" : "en", ...(key && { Authorization: `Bearer ${key}` }) };
const cards = new Map();
let cursor = null, pause = 500;

document.documentElement.lang = say("pt-BR", "en");
document.querySelectorAll("[data-pt]").forEach(e => (e.textContent = e.dataset[pt ? "pt" : "en"]));

const title = x => x?.titles?.[say("pt", "en")] ?? x?.titles?.[say("pt-BR", "en-US")] ?? x?.title;
const make = (tag, props = {}, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children.filter(c => c != null));
  return e;
};

// What a device says may be long; the page is for a glance.
const brief = (text, most = 120) => (text.length > most ? text.slice(0, most) + "…" : text);

function show(value, schema) {
  if (value === true) return say("sim", "yes");
  if (value === false) return say("não", "no");
  if (typeof value === "number") return `${new Intl.NumberFormat(say("pt-BR", "en"), { maximumFractionDigits: 2 }).format(value)} ${schema?.unit ?? ""}`.trim();
  return brief(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function card(td) {
  const values = make("dl"), away = make("small"), acts = make("div", { className: "acts" });
  const box = make("article", {}, make("h3", {}, make("span", { textContent: title(td) ?? td.id }), away), values);
  const fields = new Map(Object.entries(td.properties ?? {}).map(([name, schema]) => {
    const field = make("dd", { textContent: "–" });
    values.append(make("dt", { textContent: title(schema) ?? name }), field);
    return [name, { field, schema }];
  }));
  for (const [name, action] of Object.entries(td.actions ?? {}))
    if (!action.input) acts.append(make("button", { textContent: title(action) ?? name, onclick: e => act(td, name, e.currentTarget) }));
  if (acts.childElementCount) box.append(acts);
  cards.set(td.id, { box, fields, away, td });
  return box;
}

async function act(td, name, button) {
  button.setAttribute("aria-busy", "true");
  const answer = await fetch(`/things/${encodeURIComponent(td.id)}/actions/${encodeURIComponent(name)}`, { method: "POST", headers }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  button.removeAttribute("aria-busy");
  const what = `${title(td)}: ${title(td.actions[name]) ?? name}`;
  if (!answer) toast(say("O servidor não respondeu.", "The server did not answer."), true);
  else if (!answer.ok) toast(`${what}: ${body?.erro ?? answer.status}`, true);
  else toast(`${what}: ${body.already ? say("já estava assim", "it was so already") : body.state === "confirmed" ? say("confirmado pelo dispositivo", "confirmed by the device") : say("enviado; nada o confirma", "sent; nothing confirms it")}`);
}

let hiding;
function toast(text, bad = false) {
  Object.assign($("toast"), { textContent: text, hidden: false, className: bad ? "bad" : "" });
  clearTimeout(hiding);
  hiding = setTimeout(() => ($("toast").hidden = true), 4000);
}

function put(thing, name, value) {
  const c = cards.get(thing), f = c?.fields.get(name);
  if (!f) return;
  const text = show(value, f.schema);
  if (f.field.textContent !== text) {
    f.field.textContent = text;
    f.field.classList.remove("new");
    void f.field.offsetWidth;
    f.field.classList.add("new");
  }
  if (typeof value === "boolean" && Object.keys(c.td.actions ?? {}).length) c.box.classList.toggle("on", value);
}

function presence(thing, there) {
  const c = cards.get(thing);
  if (!c) return;
  c.box.classList.toggle("away", there === false);
  c.away.textContent = there === false ? say("fora do ar", "unreachable") : "";
}

function note(e) {
  const value = e.kind === "action" ? `${e.value.state}${e.value.reason ? ` (${e.value.reason})` : ""}` : e.kind === "security" ? `${e.value.topic}: ${e.value.reason}` : JSON.stringify(e.value);
  const line = make("li", { className: e.kind }, `${new Date(e.time).toLocaleTimeString(say("pt-BR", "en"))}  `, make("b", { textContent: e.thing }), `  ${e.name}  ${brief(value)}`);
  $("log").prepend(line);
  while ($("log").childElementCount > 12) $("log").lastChild.remove();
}

function hear(m) {
  if (m.cursor) cursor = m.cursor;
  if (m.type === "snapshot")
    for (const [thing, { state }] of Object.entries(m.things)) {
      for (const [name, p] of Object.entries(state.properties)) put(thing, name, p.value);
      presence(thing, state.available);
    }
  if (!m.kind) return;
  if (m.kind === "property") put(m.thing, m.name, m.value);
  if (m.kind === "availability") presence(m.thing, m.value);
  if (m.changed || m.kind !== "property") note(m);
}

function follow() {
  const query = new URLSearchParams({ ...(cursor && { cursor }), ...(key && { key }) });
  const ws = new WebSocket(`${location.origin.replace("http", "ws")}/ws?${query}`);
  ws.onopen = () => { pause = 500; $("link").className = "link live"; $("link").textContent = say("ao vivo", "live"); };
  ws.onmessage = e => hear(JSON.parse(e.data));
  ws.onclose = () => {
    $("link").className = "link lost";
    $("link").textContent = say("sem conexão; tentando de novo", "connection lost; trying again");
    setTimeout(follow, (pause = Math.min(pause * 1.7, 10000)));
  };
}

async function ask(address) {
  const answer = await fetch(address, { headers });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.erro);
  return body;
}

async function open() {
  const [lab, things] = await Promise.all(["/lab", "/things"].map(ask));
  $("lab").textContent = lab.name?.[say("pt", "en")] ?? lab.name?.[""] ?? Object.values(lab.name ?? {})[0] ?? "";
  const rooms = [...Map.groupBy(things, t => t["gemeo:room"] ?? "")].sort(([a], [b]) => (a === "") - (b === ""));
  for (const [room, list] of rooms) {
    const name = title(lab.scene?.rooms?.[room]) ?? (room || say("Sem sala", "No room"));
    $("rooms").append(...(room || rooms.length > 1 ? [make("h2", { textContent: name })] : []), make("div", { className: "things" }, ...list.slice(0, 200).map(card)));
  }
  follow();
}

if (key) document.querySelectorAll("footer a").forEach(a => (a.href += `?key=${encodeURIComponent(key)}`));
open().catch(why => {
  $("link").className = "link lost";
  $("link").textContent = why.message;
  setTimeout(() => location.reload(), 5000);
});
