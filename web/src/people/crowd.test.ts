import { beforeEach, expect, test, vi } from "vitest";
import { crowd, figures, forgetAll, hearPeople, hearRole, hearRoom, presenceOf } from "./crowd";

const person = (id: string, x = 0, name = id) => ({ id, name, pose: [x, 0, 0, 0] });
const room = (...people: unknown[]) => ({
  type: "room",
  room: "sala",
  you: "p1",
  token: "t",
  role: "person",
  cap: 30,
  people,
});
const news = (more: object) => ({ type: "people", room: "sala", ...more });
const names = () => crowd.getState().others.map(o => o.name);

beforeEach(forgetAll);

test("those who move wake nobody but the drawing", () => {
  hearRoom(room(person("p2")), 0);
  const told = vi.fn();
  const stop = crowd.subscribe(told);
  for (let n = 0; n < 100; n++) hearPeople(news({ moved: [["p2", n * 0.1, 0, 0, 0]] }), n * 66);
  stop();
  expect(told).not.toHaveBeenCalled();
  expect(figures.get("p2")?.track.last[0]).toBeCloseTo(9.9);
});

test("oneself is not among the others, whatever the news say", () => {
  hearRoom(room(), 0);
  hearPeople(news({ came: [person("p1"), person("p2")] }), 0);
  hearPeople(news({ moved: [["p1", 1, 0, 0, 0]] }), 0);
  expect(names()).toEqual(["p2"]);
});

test("news of a room that was left are not of this one", () => {
  hearRoom(room(), 0);
  hearPeople({ type: "people", room: "outra", came: [person("p9")] }, 0);
  expect(names()).toEqual([]);
});

test("who leaves fades, is no longer listed, and may come again meanwhile", () => {
  hearRoom(room(person("p2")), 0);
  hearPeople(news({ left: ["p2"] }), 1000);
  expect(names()).toEqual([]);
  const going = figures.get("p2");
  expect(presenceOf(going as never, 1200)).toBeCloseTo(0.5);
  hearPeople(news({ came: [person("p2")] }), 1250);
  expect(names()).toEqual(["p2"]);
  expect(presenceOf(figures.get("p2") as never, 5000)).toBe(1);
  hearPeople(news({ left: ["p2"] }), 6000);
  presenceOf(figures.get("p2") as never, 7000);
  expect(figures.size).toBe(0);
});

test("the whole room told anew keeps those who are there on their way", () => {
  hearRoom(room(person("p2", 1), person("p3")), 0);
  const before = figures.get("p2");
  hearRoom(room(person("p2", 1.5)), 5000);
  expect(figures.get("p2")).toBe(before);
  expect(names()).toEqual(["p2"]);
});

test("another name and another role are told", () => {
  hearRoom({ ...room(person("p2")), role: "observer" }, 0);
  hearPeople(news({ came: [person("p2", 0, "Bia")] }), 100);
  expect(names()).toEqual(["Bia"]);
  hearRole({ type: "role", role: "person" });
  expect(crowd.getState().role).toBe("person");
});
