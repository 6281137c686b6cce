// Choosing a backup to restore.
import { guiTep, toi } from "./tin.js";

const chosen = document.querySelector("#tep-sao-luu");
chosen.addEventListener("change", async () => {
  const key = chosen.files.length ? await guiTep(chosen.files[0]) : null;
  if (key) toi(`khoi-phuc/${key}`);
});
