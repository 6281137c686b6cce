// Beginning a dossier: empty, or of a record of one.
import { gui, guiTep, toi } from "./tin.js";

const begin = async (said) => {
  const answer = await gui("POST", "ho-so", JSON.stringify(said));
  if (answer) toi(answer.den);
};
document.querySelector("[data-ho-so-moi]")?.addEventListener("click", () => begin({}));
document.querySelector("[data-ho-so-tep]")?.addEventListener("change", async ({ target }) => {
  const tep = target.files.length ? await guiTep(target.files[0]) : null;
  target.value = "";
  if (tep) begin({ tep, nam_truoc: true });
});
for (const button of document.querySelectorAll("[data-mo-ho-so]")) button.addEventListener("click", () => begin({ tep: button.dataset.moHoSo, nam_truoc: button.dataset.namTruoc === "1" }));
