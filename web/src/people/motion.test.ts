import { expect, test } from "vitest";
import { behind, hasMoved, type Pose, Track, turn } from "./motion";

const tick = 1000 / 15;
const at = (x: number, yaw = 0): Pose => [x, 0, 0, yaw];

test("a walker is shown a tenth of a second behind, on the way between two told places", () => {
  const track = new Track(at(0), 0);
  for (let n = 1; n <= 30; n++) track.tell(at(n * 0.1), n * tick);
  expect(track.at(behind + 10 * tick)[0]).toBeCloseTo(1);
  expect(track.at(behind + 10.5 * tick)[0]).toBeCloseTo(1.05);
});

test("nobody goes beyond where they were told to be, however late the next word comes", () => {
  const track = new Track(at(0), 0);
  track.tell(at(1), tick);
  for (let moment = 0; moment < 3000; moment += 7) {
    const [x] = track.at(moment);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
  }
  expect(track.at(5000)[0]).toBe(1);
  expect(track.isStill(5000)).toBe(true);
});

test("who stood still sets out smoothly, without the time of standing", () => {
  const track = new Track(at(0), 0);
  track.tell(at(0.2), 10_000);
  expect(track.at(9_990)[0]).toBe(0);
  expect(track.at(10_000 + behind - tick)[0]).toBe(0);
  expect(track.at(10_000 + behind - tick / 2)[0]).toBeCloseTo(0.1);
  expect(track.at(10_000 + behind)[0]).toBe(0.2);
});

test("further than three metres is a jump: one place, then the other", () => {
  const track = new Track(at(0), 0);
  track.tell(at(5), tick);
  expect(track.at(behind + tick - 1)[0]).toBe(0);
  expect(track.at(behind + tick)[0]).toBe(5);
});

test("words that come late and together do no harm", () => {
  const track = new Track(at(0), 0);
  track.tell(at(0.1), 400);
  track.tell(at(0.2), 400);
  track.tell(at(0.3), 399);
  track.tell(at(0.4), 440);
  let before = 0;
  for (let moment = 400; moment < 700; moment += 5) {
    const [x] = track.at(moment);
    expect(x).toBeGreaterThanOrEqual(before);
    before = x;
  }
  expect(before).toBe(0.4);
});

test("they turn the shorter way round", () => {
  expect(turn(3, -3)).toBeCloseTo(2 * Math.PI - 6);
  expect(turn(-3, 3)).toBeCloseTo(6 - 2 * Math.PI);
  expect(turn(0.1, 0.3)).toBeCloseTo(0.2);
  expect(turn(20 * Math.PI, 0.5)).toBeCloseTo(0.5);
  const track = new Track(at(0, 3.1), 0);
  track.tell(at(0, -3.1), tick);
  expect(Math.abs(track.at(behind + tick / 2)[3])).toBeGreaterThan(3.1);
});

test("a centimetre or half a degree is worth telling, less is not", () => {
  expect(hasMoved(at(0), at(0.009))).toBe(false);
  expect(hasMoved(at(0), at(0.011))).toBe(true);
  expect(hasMoved(at(0), at(0, 0.008))).toBe(false);
  expect(hasMoved(at(0), at(0, 0.009))).toBe(true);
  expect(hasMoved(at(0, Math.PI), at(0, -Math.PI))).toBe(false);
});
