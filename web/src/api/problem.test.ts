import { expect, test } from "vitest";
import { problemOf } from "./problem";

const refusal = (body: unknown) => problemOf(new Response(JSON.stringify(body), { status: 404 }));

test("a refusal is known by the code at the end of its type, and speaks the server's sentence", async () => {
  const problem = await refusal({
    type: "urn:gemeo:problem:no-document",
    title: "There is none.",
    erro: "Não existe.",
  });
  expect(problem).toMatchObject({ status: 404, code: "no-document", message: "Não existe." });
});

test("what is not a refusal of ours says at least its status", async () => {
  expect(await problemOf(new Response("<html>", { status: 502 }))).toMatchObject({
    code: "unknown",
    message: "HTTP 502",
  });
});
