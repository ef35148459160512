import { useEffect } from "react";
import { known } from "../lab/lab";
import { onMessage, onOpen, say } from "../live/link";
import { useIsPast } from "../past/PastProvider";
import { pose } from "../world/pose";
import { crowd, forgetAll, hearPeople, hearRole, hearRoom } from "./crowd";
import { myName } from "./name";
import { Visit } from "./visit";

/** The only room of a lab whose scene has none (docs/live.md). */
const only = "lab";
const visit = new Visit(say);
let here = false;

onMessage("room", message => {
  if (!here || message.room !== visit.room) return;
  visit.entered(message.room as string, message.token as string);
  hearRoom(message);
});
onMessage("people", message => here && hearPeople(message));
onMessage("role", hearRole);
onOpen(() => visit.opened());

// Between the rooms, one is still in the last of them.
function roomOf(at: string | null): string {
  const rooms = Object.keys(known.getState().lab?.scene?.rooms ?? {});
  const found = [at, crowd.getState().room, rooms[0]].find(room => room && rooms.includes(room));
  return found ?? only;
}

function wish() {
  const { pose: at, room } = pose.getState();
  visit.wish(here ? { room: roomOf(room), name: myName.getState().name, pose: at } : null);
}

/** As long as the world is shown, and it is the present one, this person is in it. */
export function useHere() {
  const past = useIsPast();
  useEffect(() => {
    if (past) return;
    here = true;
    wish();
    const stops = [pose.subscribe(wish), myName.subscribe(wish)];
    return () => {
      here = false;
      for (const stop of stops) stop();
      wish();
      forgetAll();
    };
  }, [past]);
}
