import { t } from "i18next";
import { expect, test } from "vitest";
import { speak } from "../words";
import { whoText } from "./who";

test("who asked is said in words, with the address when it is another one", () => {
  speak("pt");
  expect(whoText("http:127.0.0.1", t)).toBe("pelo HTTP, deste computador");
  expect(whoText("http:::1", t)).toBe("pelo HTTP, deste computador");
  expect(whoText("http:fe80::1", t)).toBe("pelo HTTP, de fe80::1");
  expect(whoText("chat:7", t)).toBe("pelo assistente");
  expect(whoText("gemeo:reconcile", t)).toBe("pelo Gêmeo, depois que o dispositivo voltou");
  expect(whoText("plc:4", t)).toBe("plc:4");
});
