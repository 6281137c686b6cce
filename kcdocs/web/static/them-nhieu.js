// Adding many files: going on where it was stopped.
import { gui, toi } from "./tin.js";

document.querySelector("button[data-tiep]")?.addEventListener("click", async ({ target }) => {
  const answer = await gui("POST", `them-kho/${target.dataset.tiep}/tiep`, "{}");
  if (answer) toi(answer.den);
});
