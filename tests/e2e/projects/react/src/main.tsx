import { createRoot } from "react-dom/client";
// The package's README has it.
import { Check } from "./check";

const told = (answered: number) => {
  document.title = `${answered} answered`;
};
createRoot(document.getElementById("root")!).render(<Check told={told} />);
