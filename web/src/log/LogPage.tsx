import { Blank } from "../app/Blank";

export default function LogPage() {
  return <Blank what="soon" />;
}
