const check = document.createElement("partnership-health-check");
check.ownPage = "";
check.addEventListener("phc-answer", ({ detail }) => {
  document.title = `${detail.answered} answered`;
});
document.body.append(check);
