import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./look/base.css";
import "./words";
import "./app/theme";
import { App, fetchPage } from "./app/App";
import { read } from "./app/address";
import { known } from "./lab/lab";
import { connect, onOpen } from "./live/link";

fetchPage(read().path);
void known.getState().load();
connect();
// After a server's restart the lab may be another one.
onOpen(() => void known.getState().load());

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
