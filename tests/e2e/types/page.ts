// A page that uses the check, and what it must not do: each of those is an error that is expected.
import "./partnership-health-check.js";
import type { PartnershipHealthCheck, Scores } from "./partnership-health-check.js";

const check: PartnershipHealthCheck = document.createElement("partnership-health-check");
check.kind = "grant";
check.length = "quick";
check.side = "second";
check.storageKey = "north-team";
check.headingLevel = "3";
check.linkBase = "own";
check.invitation = "AQ_-abcd0123";
check.keep = "page_id lang";
check.ownPage = "";
check.scores = true;
check.loading = "eager";
check.lang = "cy";
check.words = "partnership = alliance";
document.body.append(check);
const isThere: boolean = await check.load();

check.addEventListener("phc-start", () => console.log(isThere));
check.addEventListener("phc-answer", ({ detail }) => console.log(detail.statement.length, detail.answered / detail.of));
check.addEventListener("phc-finish", ({ detail }) => {
  const scores: Scores | undefined = detail.scores;
  const overall: number | null | undefined = scores?.overall;
  console.log(overall, scores?.V, scores?.A1);
});
check.addEventListener("phc-error", ({ detail }) => console.log(detail.code === "forbidden"));
check.addEventListener("phc-delete", ({ detail }) => console.log(detail.all === true));
check.addEventListener("click", (event) => console.log(event.clientX));
document.querySelector("partnership-health-check")?.removeEventListener("phc-share", console.log);

// @ts-expect-error: no such kind
check.kind = "friendship";
// @ts-expect-error: no such side
check.side = "third";
// @ts-expect-error: whether, not how
check.scores = "yes";
check.addEventListener("phc-answer", ({ detail }) => {
  // @ts-expect-error: no answer is told
  console.log(detail.response);
});
check.addEventListener("phc-error", ({ detail }) => {
  // @ts-expect-error: no such code
  console.log(detail.code === "other");
});
