import { Blank } from "../app/Blank";

export default function DashboardPage() {
  return <Blank what="soon" />;
}
